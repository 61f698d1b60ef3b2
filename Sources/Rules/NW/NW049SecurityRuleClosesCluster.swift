import AddressPlan
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// A security rule closes what the cluster itself needs: the API server, etcd, kubelets, or the load balancer's
/// probes.
///
/// Nodes never join, logs and exec time out, or the load balancer holds every master for dead. Each rule alone
/// looks harmless.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     subnets:
///       - name: shop-subnet
///         addressPrefix: 10.240.0.0/12
///         securityRules:
///           - {name: closed, priority: 200, access: Deny, sources: [VirtualNetwork]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     subnets:
///       - name: shop-subnet
///         addressPrefix: 10.240.0.0/12
///         securityRules:
///           - {name: closed, priority: 200, access: Deny, sources: [10.9.0.0/16]}
/// ```
///
/// Source: Kubernetes, "Ports and Protocols"; Microsoft Learn, "Load Balancer health probes".
enum SecurityRuleClosesCluster: Rule {
    static let id = RuleID("NW049", "SecurityRuleClosesCluster")

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: Set<ModelPath> = []
        var findings: [Finding] = ClusterFlow.needed(by: context.topology).compactMap { flow in
            guard
                let trace = context.tracer.trace(
                    from: flow.from, to: flow.to, port: flow.port, transport: .tcp, isBrief: true),
                let denial = trace.denial, denial.stage == .security, let path = denial.path,
                seen.insert(path).inserted
            else { return nil }
            return Finding(
                id, .error, at: path,
                "\(flow.purpose) (\(trace.from.name) to \(trace.to.name), port \(flow.port)) is closed: \(denial.text)",
                remedy: "let it pass by a rule with a lower priority, or narrow this one")
        }
        findings += probes(context, &seen)
        return findings
    }

    /// The load balancer asks masters from Azure's platform address.
    private static func probes(_ context: RuleContext, _ seen: inout Set<ModelPath>) -> [Finding] {
        guard let master = context.topology.apiServer.masters.first else { return [] }
        let packet = SecurityGroup.Packet(
            NetworkTopology.platformAddress, master, port: APIServerEnds.port, .tcp)
        guard let rule = SecurityGroup(context.topology).decision(packet, .inbound), rule.access == .deny,
            let path = rule.path, seen.insert(path).inserted
        else { return [] }
        return [
            Finding(
                id, .error, at: path,
                "rule \(rule.name) closes the masters to the load balancer's probes from \(NetworkTopology.platformAddress)",
                remedy: "let AzureLoadBalancer pass by a rule with a lower priority")
        ]
    }
}
