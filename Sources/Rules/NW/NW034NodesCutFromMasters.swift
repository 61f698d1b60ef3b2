import AddressPlan
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// Routes keep nodes and masters from each other, or let only one direction pass an appliance.
///
/// Nodes never join, or drop out one by one: a firewall that sees only half of a connection drops it.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12]}
///     routes:
///       - {name: inside, addressPrefixes: [10.240.0.0/12], nextHopType: None}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     routes:
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// Source: Kubernetes, "Ports and Protocols"; Microsoft Learn, "Virtual network traffic routing".
enum NodesCutFromMasters: Rule {
    static let id = RuleID("NW034", "NodesCutFromMasters")

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: Set<ModelPath> = []
        return ClusterFlow.needed(by: context.topology).compactMap { flow in
            guard
                let trace = context.tracer.trace(
                    from: flow.from, to: flow.to, port: flow.port, transport: .tcp, isBrief: true),
                let denial = trace.denial, denial.stage != .security, let path = denial.path,
                seen.insert(path).inserted
            else { return nil }
            return Finding(
                id, .error, at: path,
                "\(flow.purpose) (\(trace.from.name) to \(trace.to.name), port \(flow.port)) does not work: \(denial.text)",
                remedy: "leave the VNet's own ranges to Azure's routes")
        }
    }
}
