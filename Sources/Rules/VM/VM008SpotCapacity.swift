import ClusterModel
import Findings

/// Spare capacity in an availability set, or its settings without it.
///
/// Azure answers `InvalidParameter`; a price limit on regular machines would be read as saved money that is
/// not.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///       scaleSetPriority: Spot
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
/// Source: Microsoft Learn, "Azure Spot Virtual Machines"; aks-engine, validation of `scaleSetPriority`.
enum SpotCapacity: Rule {
    static let id = RuleID("VM008", "SpotCapacity")

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.flatMap { pool, path -> [Finding] in
            var findings: [Finding] = []
            let isSpot = pool.scaleSetPriority != .regular
            if isSpot, pool.machine.availabilityProfile == .availabilitySet {
                findings.append(
                    Finding(
                        id, .error, at: path["scaleSetPriority"], "an availability set has no spare capacity",
                        remedy: "write Regular, or availabilityProfile: VirtualMachineScaleSets"))
            }
            if !isSpot, pool.scaleSetEvictionPolicy != nil {
                findings.append(
                    Finding(
                        id, .error, at: path["scaleSetEvictionPolicy"], "regular machines are not evicted",
                        remedy: "remove scaleSetEvictionPolicy, or write scaleSetPriority: Spot"))
            }
            if !isSpot, pool.spotMaxPrice != nil {
                findings.append(
                    Finding(
                        id, .error, at: path["spotMaxPrice"], "regular machines have no price limit",
                        remedy: "remove spotMaxPrice, or write scaleSetPriority: Spot"))
            }
            if let price = pool.spotMaxPrice, isSpot, price <= 0, price != -1 {
                findings.append(
                    Finding(
                        id, .error, at: path["spotMaxPrice"],
                        "a price of \(price); it is above 0, or -1 for no limit",
                        remedy: "write -1"))
            }
            return findings
        }
    }
}
