import NetworkTopology
import Testing

/// What the sides and ports of security rules can be.
@Suite struct AddressMatchTests {
    @Test(
        arguments: [
            ("*", "*"), ("10.9.0.0/16", "10.9.0.0/16"), ("10.9.0.4", "10.9.0.4"), ("10.9.0.4/32", "10.9.0.4"),
            ("virtualnetwork", "VirtualNetwork"), ("Internet", "Internet"),
            ("AZURELOADBALANCER", "AzureLoadBalancer"), ("Storage", "Storage"),
            ("storage.WestEurope", "Storage.WestEurope"), ("office", nil), ("10.9.0.0/33", nil), ("", nil),
            ("Storage.\u{e9}", nil), ("<b>", nil),
        ] as [(String, String?)])
    func side(text: String, written: String?) {
        #expect(AddressMatch(text)?.description == written)
    }

    @Test(
        arguments: [
            ("443", "443"), ("30000-32767", "30000-32767"), ("0", "0"), ("65535", "65535"), ("65536", nil),
            ("2-1", nil), ("1-2-3", nil), ("-1", nil), ("+1", nil), ("", nil), ("http", nil),
        ] as [(String, String?)])
    func port(text: String, written: String?) {
        #expect(PortRange(text)?.description == written)
    }
}
