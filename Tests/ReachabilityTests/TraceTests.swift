import ClusterModel
import Findings
import Reachability
import Testing

/// Ends, ways, and the address that the far end sees.
@Suite struct TraceTests {
    static let hub = """
        peerings:
          - name: hub
            addressSpace: [10.9.0.0/16]
            behind:
              - {name: spoke, addressSpace: [10.20.0.0/16]}
              - {name: lost, addressSpace: [10.21.0.0/16]}
        """
    static let spokes = """

        routes:
          - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
        """

    static let cases: [(String, String, String, Trace.Verdict, Trace.Source, [String])] = [
        (hub, "pod:web", "peer:hub", .allowed, .preserved, ["peering hub"]),
        (hub, "peer:hub", "pod:web", .allowed, .preserved, ["peering hub"]),
        (hub, "behind:hub/spoke", "pod:web", .denied, .preserved, []),
        (
            hub + spokes, "behind:hub/spoke", "pod:web", .allowed, .preserved,
            ["appliance 10.9.0.4", "peering hub"]
        ),
        (hub + spokes, "behind:hub/lost", "pod:web", .denied, .preserved, []),
        (
            hub + spokes, "pod:web", "behind:hub/spoke", .allowed, .preserved,
            ["peering hub", "appliance 10.9.0.4"]
        ),
        ("", "pod:web", "internet", .allowed, .outboundRule, ["outbound rule"]),
        ("egress: {type: natGateway}", "pod:web", "internet", .allowed, .natGateway, ["NAT gateway"]),
        ("egress: {type: none}", "pod:web", "internet", .denied, .node, []),
        (
            "egress: {type: loadBalancer, preservePodAddresses: true}", "pod:web", "internet", .denied,
            .preserved, []
        ),
        ("", "pod:web", "metadata", .allowed, .node, ["host"]),
        ("", "pod:web", "platform", .allowed, .preserved, ["host"]),
        ("", "node:web", "api", .allowed, .preserved, ["load balancer"]),
        ("", "internet", "node:web", .denied, .preserved, []),
        ("", "pod:web", "192.168.0.1", .denied, .node, []),
        ("", "pod:web", "10.0.0.10", .unknown, .preserved, []),
        (
            "onPremises:\n  - {name: hq, addressSpace: [192.168.0.0/16]}", "pod:web", "site:hq", .denied,
            .preserved,
            []
        ),
    ]

    @Test(arguments: cases.indices)
    func way(index: Int) throws {
        let (network, from, to, verdict, source, via) = Self.cases[index]
        let tracer = try Network.tracer(network)
        let (sender, target) = (
            try #require(tracer.atlas.end(named: from)), try #require(tracer.atlas.end(named: to))
        )
        let trace = try #require(tracer.trace(from: sender, to: target))
        #expect(trace.verdict == verdict, "\(trace.hops)")
        #expect(trace.source == source)
        #expect(trace.via == via)
        #expect((trace.denial != nil) == (verdict == .denied))
    }

    @Test func aPublicAPIServerDoesNotAnswerThroughAnAppliance() throws {
        let network = """
            peerings:
              - {name: hub, addressSpace: [10.9.0.0/16]}
            routes:
              - {name: out, addressPrefixes: [0.0.0.0/0], nextHopIPAddress: 10.9.0.4}
            egress: {type: appliance}
            """
        let tracer = try Network.tracer(network, isPrivate: false)
        let trace = try #require(tracer.trace(from: .internet, to: .publicAPIServer))
        #expect(trace.denial?.stage == .answer)
        #expect(trace.denial?.path?.description == "properties.networkProfile.routes[0].addressPrefixes[0]")
    }

    @Test func anAPIServersBalancerHasOneRule() throws {
        let tracer = try Network.tracer("", isPrivate: false)
        for end in [End.apiServer, .publicAPIServer] {
            let node = End.node(1)
            #expect(tracer.trace(from: node, to: end)?.verdict == .allowed)
            #expect(tracer.trace(from: node, to: end, transport: .udp)?.denial?.stage == .balancer)
            #expect(tracer.trace(from: node, to: end, port: 443)?.denial?.stage == .balancer)
        }
    }
}
