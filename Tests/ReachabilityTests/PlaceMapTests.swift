import Addressing
import Reachability
import Testing

/// Where addresses are, also where ranges meet that must not.
@Suite struct PlaceMapTests {
    static let network = """
        subnets:
          - {name: nodes, addressPrefix: 10.30.4.0/22}
        peerings:
          - {name: hub, addressSpace: [10.9.0.0/16, 10.30.0.0/12], behind: [{name: spoke, addressSpace: [10.9.8.0/24, 10.40.0.0/16]}]}
        onPremises:
          - {name: hq, addressSpace: [192.168.0.0/16, 10.40.4.0/22, 255.255.255.255/32]}
        serviceEndpoints:
          - {service: Storage, addressPrefixes: [20.60.0.0/16]}
        """

    @Test(
        arguments: [
            ("0.0.0.0", .internet), ("10.30.4.0", .subnet(1)), ("10.30.7.255", .subnet(1)),
            ("10.30.8.0", .vnet),
            ("10.30.255.255", .vnet), ("10.31.0.0", .peer(0)), ("10.15.255.255", .nowhere),
            ("10.9.8.1", .peer(0)), ("10.40.4.1", .behind(peer: 0, network: 0)),
            ("192.168.255.255", .site(0)),
            ("192.169.0.0", .internet), ("20.60.0.0", .service(0)), ("20.61.0.0", .internet),
            ("10.0.0.10", .services), ("172.31.255.255", .nowhere), ("168.63.129.16", .platform),
            ("168.63.129.17", .internet), ("169.254.169.254", .metadata), ("255.255.255.255", .site(0)),
            ("255.255.255.254", .internet),
        ] as [(String, Place)])
    func place(address: String, place: Place) throws {
        let atlas = try Network.tracer(Self.network).atlas
        #expect(atlas.place(of: try #require(IPv4Address(address))) == place)
    }
}
