import AddressPlan
import Findings

/// Machines get another number of addresses, or kubelets another number of pods.
///
/// The addresses belong to the machine's network interface and the number of pods to its custom data, so the machines are
/// replaced. While they are, the subnet must have room for the larger number and the surge.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 30
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 50
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 31
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Custom data and cloud-init on Azure Virtual Machines"; docs/operate/upgrade.md.
enum InterfaceAddresses: ChangeRule {
    static let id = RuleID("UP012", "InterfaceAddresses")

    static func changes(in context: ChangeContext) -> [Change] {
        var found: [Change] = []
        for (name, before, after) in context.keptMachines {
            guard before.ipAddressCount != after.ipAddressCount || before.maxPods != after.maxPods,
                !PodsAboveAddresses.isTold(before, after)
            else { continue }
            let isPods = before.maxPods != after.maxPods
            let path = isPods ? after.maxPodsPath : after.path["ipAddressCount"]
            if let index = found.firstIndex(where: { $0.path == path && $0.new == words(after) }) {
                found[index].machines.append(name)
                continue
            }
            found.append(
                Change(
                    id, .replacesNodes, at: path,
                    before: isPods ? before.maxPodsPath : before.path["ipAddressCount"], old: words(before),
                    new: words(after),
                    because:
                        "interfaces get their addresses when a machine is made, and kubelet its number of pods from the "
                        + "custom data (PropertyChangeNotAllowed)", machines: [name]))
        }
        return found
    }

    private static func words(_ demand: ProfileDemand) -> String {
        "\(demand.maxPods) pods with \(demand.ipAddressCount) addresses"
    }
}
