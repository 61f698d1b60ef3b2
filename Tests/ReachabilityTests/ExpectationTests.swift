import ClusterModel
import Reachability
import Testing

/// Statements: their form, and whether they hold.
@Suite struct ExpectationTests {
    static let network = """
        peerings:
          - {name: hub, addressSpace: [10.9.0.0/16]}
        """

    @Test(
        arguments: [
            ("pod:web -> 10.9.0.4:443 allowed via peering hub, source preserved", nil),
            ("pod:web -> peer:hub allowed", nil), ("POD:WEB -> Peer:Hub allowed via PEERING HUB", nil),
            ("internet -> node:web denied", nil),
            ("pod:web -> internet allowed via outbound rule, source outboundRule", nil),
            ("pod:web -> peer:hub denied", "it is allowed"),
            (
                "pod:web -> internet allowed, source preserved",
                "the far end sees source outboundRule, not preserved"
            ),
            ("pod:web -> peer:hub allowed via gateway", "it goes via peering hub, not via gateway"),
            ("pod:web -> api:443/tcp allowed", "it is denied"),
        ] as [(String, String?)])
    func holds(text: String, reason: String?) throws {
        let tracer = try Network.tracer(Self.network)
        let expectation = try Expectation(text, tracer.atlas)
        #expect(expectation.failure(tracer)?.reason == reason)
    }

    @Test(
        arguments: [
            "", "pod:web", "pod:web -> ", "pod:web -> internet", "pod:wep -> internet allowed",
            "pod:web -> internet maybe", "pod:web -> internet allowed by magic",
            "pod:web -> peer:hub:0x1 allowed",
            "pod:web -> internet allowed, source mine", "-> internet allowed",
        ])
    func malformed(text: String) throws {
        let atlas = try Network.tracer(Self.network).atlas
        #expect(throws: Expectation.Malformed.self) { try Expectation(text, atlas) }
    }
}
