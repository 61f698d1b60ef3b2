import AddressPlan
import ClusterModel
import Findings
import NetworkPlan
import NetworkTopology

/// What rules about changes look at.
struct ChangeContext: Sendable {
    /// The running cluster.
    let old: ClusterSide
    /// The new model's.
    let new: ClusterSide
    /// The keys whose values differ, in the order of the tables.
    let keys: [KeyChange]

    init(_ old: ClusterSide, _ new: ClusterSide) {
        self.old = old
        self.new = new
        keys = ModelComparison.differences(old, new)
    }

    /// The differing keys that belong to `rule`.
    func keys(of rule: any ChangeRule.Type) -> [KeyChange] { keys.filter { $0.rule?.id == rule.id } }

    /// A pool that both sides have.
    struct KeptPool {
        var name: String
        var old: PoolPlan
        var new: PoolPlan
        var oldDemand: ProfileDemand
        var newDemand: ProfileDemand
        var path: ModelPath { newDemand.path }
        var oldPath: ModelPath { oldDemand.path }
    }

    /// The pools that both sides have.
    var keptPools: [KeptPool] {
        new.plan.pools.compactMap { pool in
            guard let before = old.pool(pool.name), let oldDemand = old.demand(of: pool.name),
                let newDemand = new.demand(of: pool.name)
            else { return nil }
            return KeptPool(
                name: pool.name, old: before, new: pool, oldDemand: oldDemand, newDemand: newDemand)
        }
    }

    /// The groups of machines that both sides have: what they are called, whether they are the pool's, and their demands.
    var keptMachines: [(name: String, old: ProfileDemand, new: ProfileDemand)] {
        var groups: [(name: String, old: ProfileDemand, new: ProfileDemand)] = []
        if let before = old.addresses.masters, let after = new.addresses.masters {
            groups.append((ClusterSide.masters, before, after))
        }
        return groups + keptPools.map { ($0.name, $0.oldDemand, $0.newDemand) }
    }

    /// All machines that are there and stay, as changes name them.
    var allKept: [String] { keptMachines.map(\.name) }

    /// Whether masters or nodes would be told other ranges in which pods' own addresses are seen, or other addresses that are
    /// kept for pods: that stands in their custom data.
    var changesKnownRanges: Bool {
        let (before, after) = (old.plan.network, new.plan.network)
        func reserved(_ layout: NetworkLayout) -> [String] {
            layout.topology.publicAddresses.map { "\($0.name) \($0.address.map { "\($0)" } ?? "")" }
        }
        return before.unmasqueraded != after.unmasqueraded
            || before.unmasqueradedSources != after.unmasqueradedSources
            || reserved(before) != reserved(after)
    }
}

/// Sentences that several rules say.
enum Reasons {
    /// Custom data is fixed.
    static let customData =
        "it stands in the machines' custom data, which Azure keeps as it was made (PropertyChangeNotAllowed)"
    /// The way out for a pool.
    static func newPool(_ name: String) -> String {
        "keep it, and add a pool with another name beside \(name); drain and remove \(name) afterwards"
    }
}
