import AddressPlan
import ClusterModel
import Findings

/// Masters in a scale set.
///
/// Each master needs an address of its own that stays, in certificates and in etcd; instances of a scale set have none.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     availabilityProfile: VirtualMachineScaleSets
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     availabilityProfile: AvailabilitySet
/// ```
///
/// Source: docs/address-plan.md.
enum MasterScaleSet: Rule {
    static let id = RuleID("VM007", "MasterScaleSet")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.properties.masterProfile.machine.availabilityProfile == .virtualMachineScaleSets else {
            return []
        }
        return [
            Finding(
                id, .error, at: Paths.masterProfile["availabilityProfile"],
                "masters in a scale set: each needs an address of its own that stays",
                remedy: "write AvailabilitySet, or availabilityZones to spread them")
        ]
    }
}
