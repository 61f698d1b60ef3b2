import ClusterModel
import Findings

/// A setting of scale sets on a pool in an availability set, where it has no effect.
///
/// What the key asks for would be missing without a word.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///       enableVMSSNodePublicIP: true
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
///       enableVMSSNodePublicIP: true
/// ```
///
/// Source: docs/model-keys.md.
enum ScaleSetOnly: Rule {
    static let id = RuleID("VM012", "ScaleSetOnly")

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.flatMap { pool, path -> [Finding] in
            guard pool.machine.availabilityProfile == .availabilitySet else { return [] }
            return [
                ("vmssOverProvisioningEnabled", pool.vmssOverProvisioningEnabled),
                ("enableVMSSNodePublicIP", pool.enableVMSSNodePublicIP),
            ].filter(\.1).map { key, _ in
                Finding(
                    id, .error, at: path[key],
                    "\(key) is for scale sets; this pool is in an availability set",
                    remedy: "remove it, or write availabilityProfile: VirtualMachineScaleSets")
            }
        }
    }
}
