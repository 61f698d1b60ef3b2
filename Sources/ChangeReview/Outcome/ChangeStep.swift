import AddressPlan
import Findings
import NetworkPlan

/// A step of making a change, in its order.
public struct ChangeStep: Sendable, Hashable {
    /// What is done.
    public enum Action: String, Sendable {
        /// The folder is deployed.
        case deploy
        /// Machines are upgraded where they are, after they have been drained.
        case upgrade
        /// Machines are drained, deleted and made anew.
        case replace
        /// Machines are drained and deleted.
        case remove
        /// Another cluster is made.
        case recreate
    }

    /// What is done.
    public let action: Action
    /// To which machines: `masters`, a pool's name, `jumpbox`; nil for all.
    public let machines: String?
    /// How many of them.
    public let count: Int
    /// The step in a sentence.
    public let text: String

    /// The steps of `changes`.
    static func all(_ context: ChangeContext, _ changes: [Change]) -> [ChangeStep] {
        guard !changes.isEmpty, !changes.contains(where: { $0.effect == .impossible }) else { return [] }
        if changes.contains(where: { $0.effect == .needsNewCluster }) {
            return [
                ChangeStep(
                    action: .recreate, machines: nil, count: context.new.allCount,
                    text: "make a new cluster beside the running one, move the workloads, destroy the old one"
                )
            ]
        }
        let upgrades = changes.contains { $0.rule == KubernetesUpgrade.id }
        let replaced = Set(changes.filter { $0.effect == .replacesNodes }.flatMap(\.machines))
        var steps = [deployment(context, changes)]
        if replaced.contains(ClusterSide.masters) { steps.append(masters(context, upgrades: upgrades)) }
        for pool in context.keptPools where replaced.contains(pool.name) {
            // Nodes that leave are not made anew first.
            let count = min(pool.old.count, pool.new.count)
            steps.append(
                ChangeStep(
                    action: .replace, machines: pool.name, count: count,
                    text:
                        "pool \(pool.name): \(PoolMachines.counted(count)), \(pace(pool.new.maxSurge)); each is drained, "
                        + "deleted with its interface and disks, and made anew"))
        }
        if replaced.contains(ClusterSide.jumpbox) {
            steps.append(
                ChangeStep(
                    action: .replace, machines: ClusterSide.jumpbox, count: 1,
                    text: "the jumpbox is deleted with its interface and disk, and made anew"))
        }
        return steps + removals(context)
    }

    private static func deployment(_ context: ChangeContext, _ changes: [Change]) -> ChangeStep {
        let added = context.new.plan.pools.reduce(0) {
            $0 + max(0, $1.count - (context.old.pool($1.name)?.count ?? 0))
        }
        let parts = changes.count { $0.effect == .inPlace }
        let what = [
            parts > 0 ? "\(parts) \(parts == 1 ? "change" : "changes") in place" : nil,
            added > 0 ? "\(PoolMachines.counted(added)) more" : nil,
        ].compactMap(\.self)
        return ChangeStep(
            action: .deploy, machines: nil, count: added,
            text: "generate and deploy the folder" + (what.isEmpty ? "" : ": \(what.joined(separator: ", "))")
        )
    }

    private static func masters(_ context: ChangeContext, upgrades: Bool) -> ChangeStep {
        let names = context.new.plan.masters.machines.map(\.name)
        let list = names.joined(separator: ", ")
        return ChangeStep(
            action: upgrades ? .upgrade : .replace, machines: ClusterSide.masters, count: names.count,
            text: upgrades
                ? "masters \(list), one after the other, each until it is Ready: kubeadm upgrade, drain, new kubelet, "
                    + "uncordon"
                : "masters \(list), one after the other, each until it is Ready: drained, taken out of etcd, deleted, "
                    + "made anew with the same address")
    }

    private static func removals(_ context: ChangeContext) -> [ChangeStep] {
        context.old.plan.pools.compactMap { pool in
            let after = context.new.pool(pool.name)?.count ?? 0
            guard after < pool.count else { return nil }
            return ChangeStep(
                action: .remove, machines: pool.name, count: pool.count - after,
                text:
                    "pool \(pool.name): \(PoolMachines.counted(pool.count - after)) drained and deleted with interfaces and "
                    + "disks, the last one first: \(PoolMachines.names(pool, after..<pool.count))")
        }
    }

    private static func pace(_ surge: Int) -> String {
        surge == 0 ? "one old node goes first" : "\(surge) new \(surge == 1 ? "one" : "ones") at a time first"
    }
}

extension ClusterSide {
    /// All machines.
    var allCount: Int { plan.masters.machines.count + plan.pools.reduce(0) { $0 + $1.count } }
}
