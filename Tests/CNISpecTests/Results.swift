import Addressing
import CNISpec
import JSONText
import Testing

@Suite struct Results {
    private let result = AttachmentResult(
        interfaces: [
            .init(name: "slw0", mac: "aa:aa:00:00:00:01", mtu: 1500),
            .init(name: "eth0", mac: "ba:ba:00:00:00:01", mtu: 1500, sandbox: "/run/netns/a"),
        ],
        address: IPv4Address(bits: 0x0AF0_0010), gateway: IPv4Address(bits: 0xA9FE_0101), addressInterface: 1,
        dns: .object([]))

    private func text(_ version: CNIVersion, after previous: String? = nil) throws -> String {
        let before = try previous.map { try JSONValue(parsing: Array($0.utf8)) }
        return JSONWriter.text(of: result.value(version, after: before), .compact)
    }

    @Test func newest() throws {
        #expect(
            try text(.v110)
                == #"{"cniVersion":"1.1.0","interfaces":[{"name":"slw0","mac":"aa:aa:00:00:00:01","mtu":1500},"#
                + #"{"name":"eth0","mac":"ba:ba:00:00:00:01","mtu":1500,"sandbox":"/run/netns/a"}],"#
                + #""ips":[{"address":"10.240.0.16/32","gateway":"169.254.1.1","interface":1}],"#
                + #""routes":[{"dst":"0.0.0.0/0","gw":"169.254.1.1"}],"dns":{}}"#)
    }

    @Test func before1_0AddressesSayTheirFamily() throws {
        #expect(try text(.v040).contains(#""ips":[{"version":"4","address""#))
        #expect(try !text(.v040).contains("mtu"))
        #expect(try !text(.v100).contains(#""version""#))
    }

    @Test func beforeInterfacesWereListed() throws {
        #expect(
            try text(.v020)
                == #"{"cniVersion":"0.2.0","ip4":{"ip":"10.240.0.16/32","gateway":"169.254.1.1","#
                + #""routes":[{"dst":"0.0.0.0/0","gw":"169.254.1.1"}]},"dns":{}}"#)
    }

    @Test func whatPluginsBeforeMadeStays() throws {
        let text = try text(
            .v100,
            after:
                #"{"cniVersion":"1.0.0","interfaces":[{"name":"fore0"}],"dns":{"nameservers":["10.0.0.10"]},"x":1}"#
        )
        #expect(text.contains(#"[{"name":"fore0"},{"name":"slw0""#))
        #expect(text.contains(#""interface":2"#))
        #expect(text.contains(#""dns":{"nameservers":["10.0.0.10"]}"#) && text.contains(#""x":1"#))
    }
}
