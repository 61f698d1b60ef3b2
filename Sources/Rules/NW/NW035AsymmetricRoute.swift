import AddressPlan
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// Answers go another way than the packets that they answer.
///
/// Appliances and load balancers know a connection only if they see both directions: what they see half of, they
/// drop. It looks like a timeout, and only from some sources.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     egress: {type: appliance}
///     routes:
///       - {name: hub, addressPrefixes: [10.9.0.0/16, 0.0.0.0/0], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile: {kubernetesConfig: {useManagedIdentity: true, privateCluster: {enabled: true}}}
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     egress: {type: appliance}
///     routes:
///       - {name: out, addressPrefixes: [0.0.0.0/0], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// Source: Microsoft Learn, "Virtual network traffic routing"; "Integrate Azure Firewall with Azure Standard Load
/// Balancer".
enum AsymmetricRoute: Rule {
    static let id = RuleID("NW035", "AsymmetricRoute")

    static func findings(in context: RuleContext) -> [Finding] {
        let tracer = context.tracer
        let topology = context.topology
        let outside: [End] =
            topology.peerings.indices.map { .peer($0) } + topology.sites.indices.map { .site($0) } + [
                .internet
            ]
        let inside: [End] =
            topology.machines.indices.map { .pod($0) }
            + topology.publicAddresses.indices.map { .publicAddress($0) }
            + [.apiServer, .publicAPIServer]
        var seen: Set<ModelPath> = []
        let targets = inside.compactMap { tracer.atlas.locate($0) }
        return outside.compactMap { tracer.atlas.locate($0) }.flatMap { from in
            targets.compactMap { to -> Finding? in
                guard let denial = tracer.trace(from: from, to: to, isBrief: true).denial,
                    denial.stage == .answer, let path = denial.path, seen.insert(path).inserted
                else { return nil }
                return Finding(
                    id, .error, at: path, "from \(from.name) to \(to.name): \(denial.text)",
                    remedy: to.end == .publicAPIServer
                        ? "make the cluster private (privateCluster.enabled), or keep this route from the masters' subnet"
                        : "send both directions through the appliance, or neither")
            }
        }
    }
}
