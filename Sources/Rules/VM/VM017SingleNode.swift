import ClusterModel
import Findings

/// A pool has one node: while that is replaced or gone, its pods have nowhere to go.
///
/// An upgrade adds its surge first, but a failure does not ask.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 1
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// Source: Kubernetes, "Running in multiple zones"; "Disruptions".
enum SingleNode: Rule {
    static let id = RuleID("VM017", "SingleNode")

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.filter { $0.pool.count == 1 }.map { pool, path in
            Finding(
                id, .info, at: path["count"],
                "pool \(pool.name ?? "") has one node; while it is away its pods have nowhere to go",
                remedy: "write 2 or more")
        }
    }
}
