import ClusterModel
import Findings
import NetworkTopology
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

    /// A site with a circuit and a tunnel that has a longer prefix besides.
    static let both = """
        subnets:
          - {name: GatewaySubnet, addressPrefix: 10.30.255.0/27}
        onPremises:
          - name: hq
            addressSpace: [192.168.0.0/16]
            vpn: {deviceAddress: 203.0.113.5, addressPrefixes: [192.168.0.0/16, 192.168.8.0/24]}
            expressRoute: {circuitID: /subscriptions/s/resourceGroups/r/providers/Microsoft.Network/expressRouteCircuits/hq}
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
        (both, "pod:web", "192.168.9.1", .allowed, .preserved, ["gateway", "ExpressRoute"]),
        (both, "pod:web", "192.168.8.1", .allowed, .preserved, ["gateway", "VPN"]),
        (both, "192.168.9.1", "pod:web", .allowed, .preserved, ["gateway", "ExpressRoute"]),
        (both, "192.168.8.1", "pod:web", .allowed, .preserved, ["gateway", "VPN"]),
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

    @Test(
        arguments: [
            ([GatewayKind.expressRoute], Trace.Verdict.allowed, ["gateway", "VPN"]),
            ([.vpn], .allowed, ["gateway", "ExpressRoute"]), ([.vpn, .expressRoute], .denied, []),
        ])
    func whatIsLeftTakesOver(down: [GatewayKind], verdict: Trace.Verdict, via: [String]) throws {
        let whole = try Network.tracer(Self.both).atlas.topology
        let tracer = Tracer(down.reduce(whole) { $0.losing($1) })
        for (from, to) in [("pod:web", "192.168.9.1"), ("192.168.9.1", "pod:web")] {
            let ends = (
                try #require(tracer.atlas.end(named: from)), try #require(tracer.atlas.end(named: to))
            )
            let trace = try #require(tracer.trace(from: ends.0, to: ends.1))
            #expect(trace.verdict == verdict, "\(trace.hops)")
            if verdict == .allowed { #expect(trace.via == via) }
        }
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
