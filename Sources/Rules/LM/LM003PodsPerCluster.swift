import AddressPlan
import Findings

/// More than 16,000 pods in all pools.
///
/// Of each node count the pods that have both a place in kubelet and an address.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 65
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 250
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 64
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 250
/// ```
///
/// Source: the product's limits, docs/limits.md.
enum PodsPerCluster: Rule {
    static let id = RuleID("LM003", "PodsPerCluster")
    /// Pods of a cluster.
    static let limit = 16_000

    static func findings(in context: RuleContext) -> [Finding] {
        let pods = context.addresses.pods
        guard pods > limit else { return [] }
        let nodes = context.addresses.agentNodes
        return [
            Finding(
                id, .error, at: Paths.agentPoolProfiles,
                "the pools hold \(pods) pods; a cluster has \(limit) at most, \(pods - limit) fewer",
                remedy: nodes > 0 && limit / nodes >= 1
                    ? "with \(nodes) nodes, set maxPods to \(limit / nodes)" : "lower counts or maxPods")
        ]
    }
}
