import AddressPlan
import Findings
import NetworkPlan

/// A pool gets fewer nodes, or a pool is taken away.
///
/// The deployment deletes nothing: each node is drained, then node, machine, network interface and disks are deleted, or the
/// addresses stay held. What was on the disks is gone. `slipway scale` prints the commands.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 3
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 3
///       vmSize: Standard_D4s_v5
/// ```
///
/// Severity: error, info.
/// Source: docs/operate/scale.md; Microsoft Learn, "Deployment modes": incremental.
enum NodesRemoved: ChangeRule {
    static let id = RuleID("UP022", "NodesRemoved")

    static func changes(in context: ChangeContext) -> [Change] {
        // Both directions of a pool's number have one row in the table of keys.
        context.keys(of: NodesAdded.self).compactMap { key in
            guard let name = key.machines, let pool = context.old.pool(name) else { return nil }
            let after = context.new.pool(name)?.count ?? 0
            guard after < pool.count else { return nil }
            return key.change(
                self, .removesNodes,
                "\(PoolMachines.counted(pool.count - after)) drained and deleted with interfaces and disks, "
                    + "which the deployment does not do: \(PoolMachines.names(pool, after..<pool.count))")
        }
    }
}
