import AddressPlan
import Findings
import NetworkPlan

/// Where the cluster is there already, the model should be its model.
enum PF033ClusterDiffers: PreflightRule {
    static let id = RuleID("PF033", "ClusterDiffers")

    static func findings(in context: PreflightContext) -> [Finding] {
        let machines = (context.existing["microsoft.compute/virtualmachines"] ?? []).union(
            context.existing["microsoft.compute/virtualmachinescalesets"] ?? [])
        guard !machines.isEmpty else { return [] }
        let planned = PlannedResources.names(of: context.plan)
        let surplus = machines.filter { name in
            !planned.contains(PlannedResources.key("Microsoft.Compute/virtualMachines", name))
                && !planned.contains(PlannedResources.key("Microsoft.Compute/virtualMachineScaleSets", name))
        }.sorted()
        let lacking = missing(in: context)
        var findings: [Finding] = []
        if !surplus.isEmpty {
            findings.append(
                Finding(
                    id, .warning, at: Paths.agentPoolProfiles,
                    "the cluster \(context.plan.name) has machines that the model does not have: \(listed(surplus)); the "
                        + "deployment leaves them alone",
                    remedy: "add their pool to the model, or remove them once they are drained"))
        }
        if !lacking.isEmpty {
            findings.append(
                Finding(
                    id, .info, at: .properties,
                    "the cluster \(context.plan.name) is there already; the deployment adds \(listed(lacking))"
                ))
        }
        return findings
    }

    /// Machines and scale sets of the model that are not there.
    private static func missing(in context: PreflightContext) -> [String] {
        var names = context.plan.masters.machines.map(\.name).filter {
            !context.has("Microsoft.Compute/virtualMachines", $0)
        }
        for pool in context.plan.pools {
            if case .scaleSet = pool.arrangement {
                if !context.has("Microsoft.Compute/virtualMachineScaleSets", pool.resourceName) {
                    names.append(pool.resourceName)
                }
            } else {
                names += (0..<pool.count).map { "\(pool.resourceName)-\($0)" }.filter {
                    !context.has("Microsoft.Compute/virtualMachines", $0)
                }
            }
        }
        return names
    }

    private static func listed(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }
}
