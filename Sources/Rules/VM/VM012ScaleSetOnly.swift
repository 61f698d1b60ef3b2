import ClusterModel
import Findings

/// A setting of scale sets on a pool in an availability set, where it has no effect.
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
