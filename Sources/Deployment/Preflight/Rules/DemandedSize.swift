import AddressPlan
import Findings
import NetworkPlan

/// Machines of one kind that the cluster wants.
struct DemandedSize {
    let owner: String
    let size: String
    let count: Int
    let zones: [String]
    let isSpot: Bool
    /// Machines of these that are there already.
    let existing: Int
    let path: ModelPath

    /// All kinds of machines of the cluster.
    static func all(in context: PreflightContext) -> [DemandedSize] {
        let plan = context.plan
        let masters = plan.masters.machines
        var all = [
            DemandedSize(
                owner: "the masters", size: plan.masters.machine.vmSize, count: masters.count,
                zones: Array(Set(masters.compactMap(\.zone))).sorted(), isSpot: false,
                existing: masters.count { context.has("Microsoft.Compute/virtualMachines", $0.name) },
                path: Paths.masterProfile["vmSize"])
        ]
        for (index, pool) in plan.pools.enumerated() {
            var zones: [String] = []
            var isSpot = false
            var existing = context.existingMachines(of: pool)
            if case .scaleSet(let set) = pool.arrangement {
                zones = set.zones
                isSpot = set.spot != nil
                existing =
                    context.has("Microsoft.Compute/virtualMachineScaleSets", pool.resourceName)
                    ? pool.count : 0
            }
            all.append(
                DemandedSize(
                    owner: "pool \(pool.name)", size: pool.machine.vmSize, count: pool.count, zones: zones,
                    isSpot: isSpot, existing: existing, path: Paths.agentPoolProfiles[index]["vmSize"]))
        }
        if let jumpbox = plan.jumpbox {
            all.append(
                DemandedSize(
                    owner: "the jumpbox", size: jumpbox.machine.vmSize, count: 1, zones: [], isSpot: false,
                    existing: context.has("Microsoft.Compute/virtualMachines", jumpbox.name) ? 1 : 0,
                    path: Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]["vmSize"]))
        }
        return all
    }
}
