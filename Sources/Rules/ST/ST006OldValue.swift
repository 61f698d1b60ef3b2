import ClusterModel
import Findings
import JSONText

/// A value under its old name.
///
/// Azure has renamed it; the old name means the same and misleads whoever looks it up today.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: VirtualMachineScaleSets
///       scaleSetPriority: Low
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: VirtualMachineScaleSets
///       scaleSetPriority: Spot
/// ```
///
/// Source: Microsoft Learn, "Azure Spot Virtual Machines for scale sets".
enum OldValue: Rule {
    static let id = RuleID("ST006", "OldValue")

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.filter { $0.pool.scaleSetPriority == .low }.map { _, path in
            let place = path["scaleSetPriority"]
            return Finding(
                id, .info, at: place, "Low is the old name of Spot", remedy: "write Spot",
                fix: .safe(.replace(place, "Spot")))
        }
    }
}
