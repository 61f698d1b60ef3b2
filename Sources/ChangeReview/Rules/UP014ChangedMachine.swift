import ClusterModel
import Findings
import NetworkPlan

/// What machines are made of changes: size, image, system disk, encryption, the load balancers that their interfaces join.
///
/// Another size restarts a machine, and Azure would restart all of a pool at once; the rest is fixed when a machine is made.
/// slipway replaces the machines, one after the other.
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
///       count: 2
///       vmSize: Standard_D8s_v5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: standard_d4s_v5
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Change the size of a virtual machine"; "Resolve errors for resource property changes".
enum ChangedMachine: ChangeRule {
    static let id = RuleID("UP014", "ChangedMachine")
    /// Settings of network interfaces, which change under a running machine of its own, though not in a scale set.
    private static let ofInterfaces: Set<ModelPath.Step> = [.key("loadBalancerBackendAddressPoolIDs")]

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).compactMap { key in
            guard !ShrunkDisk.isSmallerSystemDisk(key) else { return nil }
            if let last = key.path.steps.last, ofInterfaces.contains(last), isSingle(key, context) {
                return key.change(
                    self, .inPlace, "interfaces of machines join and leave load balancers as they run")
            }
            return key.change(self, .replacesNodes, reason(key))
        }
    }

    private static func reason(_ key: KeyChange) -> String {
        key.path.steps.last == .key("vmSize")
            ? "another size restarts the machine and changes what kubelet keeps back, which stands in the custom data"
            : "it is fixed when a machine is made (PropertyChangeNotAllowed)"
    }

    /// Whether the machines are no instances of a scale set.
    private static func isSingle(_ key: KeyChange, _ context: ChangeContext) -> Bool {
        guard let name = key.machines, case .scaleSet? = context.new.pool(name)?.arrangement else {
            return true
        }
        return false
    }
}
