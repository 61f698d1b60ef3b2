import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// More pods are planned for a node than its memory has room for.
///
/// With less than 48 MiB a pod, half of the pods of a full node are evicted before they have started; their addresses
/// are kept in the subnet all the same.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_B2s
///       kubernetesConfig:
///         maxPods: 250
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 250
/// ```
///
/// Source: Kubernetes, "Node-pressure Eviction"; apimodels/vm-sizes.tsv.
enum PodDensity: Rule {
    static let id = RuleID("VM015", "PodDensity")
    /// MiB for a pod below which a full node cannot work.
    private static let leastMiB = 48.0

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.compactMap { pool, path in
            guard let size = pool.machine.vmSize.flatMap({ context.catalogues.vmSizes[$0] }),
                let profile = context.addresses.profiles.first(where: { $0.path == path }),
                (1...PodsPerNode.limit).contains(profile.maxPods)
            else { return nil }
            let share = size.memoryGiB * 1024 / Double(profile.maxPods)
            guard share < leastMiB else { return nil }
            let fitting = Int(size.memoryGiB * 1024 / leastMiB)
            return Finding(
                id, .warning, at: profile.maxPodsPath,
                "\(profile.maxPods) pods on \(size.name) have \(Int(share)) MiB each",
                remedy: fitting >= 5
                    ? "set maxPods to \(fitting), or choose a size with more memory"
                    : "choose a size with more memory")
        }
    }
}
