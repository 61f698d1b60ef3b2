import AddressPlan
import Findings
import NetworkPlan

/// A pool gets more nodes, or a pool is added.
///
/// The next deployment makes them. They join with a token that the cluster takes for 24 hours: `slipway scale DIR --pool NAME
/// --count N --write` makes a new one.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 3
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
/// Severity: info.
/// Source: docs/operate/scale.md; kubeadm, "kubeadm token".
enum NodesAdded: ChangeRule {
    static let id = RuleID("UP021", "NodesAdded")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).compactMap { key in
            guard let name = key.machines, let pool = context.new.pool(name) else { return nil }
            let before = context.old.pool(name)?.count ?? 0
            guard pool.count > before else { return nil }
            let addresses = (pool.count - before) * pool.nic.ipConfigurations
            return key.change(
                self, .addsNodes,
                "\(PoolMachines.counted(pool.count - before)) with \(addresses) addresses in subnet "
                    + "\(context.new.plan.network.subnets[pool.nic.subnet].name): "
                    + PoolMachines.names(pool, before..<pool.count))
        }
    }
}

/// How machines of pools are called.
enum PoolMachines {
    /// The machines with these numbers.
    static func names(_ pool: PoolPlan, _ range: Range<Int>) -> String {
        guard case .availabilitySet = pool.arrangement else { return "instances of \(pool.resourceName)" }
        let first = "\(pool.resourceName)-\(range.lowerBound)"
        return range.count == 1 ? first : "\(first) to \(pool.resourceName)-\(range.upperBound - 1)"
    }

    /// A number of nodes in words.
    static func counted(_ number: Int) -> String { number == 1 ? "1 node" : "\(number) nodes" }
}
