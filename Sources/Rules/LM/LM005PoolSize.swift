import AddressPlan
import ClusterModel
import Findings

/// More than 1,000 nodes in a scale set, or more than 100 in an availability set.
///
/// Azure refuses the next machine with `OperationNotAllowed`, in the middle of the deployment.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 101
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 100
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
/// ```
///
/// Source: Microsoft Learn, "Considerations for large scale sets"; acs-engine's bound for availability sets.
enum PoolSize: Rule {
    static let id = RuleID("LM005", "PoolSize")

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.compactMap { pool, path in
            let isSet = pool.machine.availabilityProfile == .availabilitySet
            let limit = isSet ? 100 : 1_000
            guard let count = pool.count, count > limit else { return nil }
            return Finding(
                id, .error, at: path["count"],
                "\(count) nodes in pool \(pool.name ?? ""); \(isSet ? "an availability set" : "a scale set") has \(limit) "
                    + "at most",
                remedy: "split the pool, or lower count to \(limit)")
        }
    }
}
