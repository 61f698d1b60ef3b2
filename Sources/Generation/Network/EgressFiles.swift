import JSONText
import NetworkPlan
import NetworkTopology

/// `network/egress.json` and `network/egress.md`: what a firewall must let machines reach.
enum EgressFiles {
    static func json(of plan: ClusterPlan) -> JSONValue {
        [
            "cluster": .string(plan.name),
            "sources": .array(plan.network.subnets.map { .string($0.prefix.map { "\($0)" } ?? $0.name) }),
            "way": .string(way(plan)),
            "destinations": .array(
                plan.egressDestinations.map { destination in
                    [
                        "fqdn": .string(destination.host), "port": .integer(destination.port),
                        "protocol": "tcp",
                        "from": .string(destination.isMastersOnly ? "masters" : "masters and nodes"),
                        "reason": .string(destination.reason),
                    ]
                }),
        ]
    }

    static func markdown(of plan: ClusterPlan) -> String {
        var table = MarkdownTable("name", "port", "from", "what for")
        for destination in plan.egressDestinations {
            table.add(
                destination.host, "\(destination.port)/tcp",
                destination.isMastersOnly ? "masters" : "masters and nodes", destination.reason)
        }
        return """
            # What machines of \(plan.name) must reach

            A firewall on the way out that opens exactly this lets the cluster come up and stay up; what your own pods need
            comes on top. Azure's addresses 168.63.129.16 and 169.254.169.254 are answered by the host and pass no firewall.

            Way out: \(way(plan)).


            """ + table.text
    }

    private static func way(_ plan: ClusterPlan) -> String {
        let proxy = plan.provisioning.proxy.flatMap { $0.https ?? $0.http }
        return (proxy.map { "the proxy \($0), which asks for all that follows; without it: " } ?? "")
            + road(plan)
    }

    private static func road(_ plan: ClusterPlan) -> String {
        switch plan.egress {
        case .outboundRule(let rule):
            "outbound rule of load balancer \(rule.loadBalancerName), \(rule.publicIPNames.count) public "
                + "address\(rule.publicIPNames.count == 1 ? "" : "es"), \(rule.allocatedOutboundPorts) ports a node"
        case .natGateway(let gateway): "NAT gateway \(gateway.name)"
        case .none:
            plan.network.topology.egress == .appliance
                ? "the appliance to which the route for 0.0.0.0/0 leads" : "none of slipway's"
        }
    }
}
