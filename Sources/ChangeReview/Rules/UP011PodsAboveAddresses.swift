import AddressPlan
import Findings

/// kubelets would take more pods than their machines' interfaces have addresses.
///
/// `ipAddressCount` says how many addresses a machine's interface has; when it is written and only `maxPods` grows, pods
/// beyond it stay in `ContainerCreating` with `failed to allocate an address`.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 31
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
///       ipAddressCount: 31
///       kubernetesConfig:
///         maxPods: 60
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 61
///       kubernetesConfig:
///         maxPods: 60
/// ```
///
/// Severity: error.
/// Source: docs/address-plan.md; Microsoft Learn, "Assign multiple IP addresses to virtual machines".
enum PodsAboveAddresses: ChangeRule {
    static let id = RuleID("UP011", "PodsAboveAddresses")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keptMachines.compactMap { name, before, after in
            guard isTold(before, after) else { return nil }
            return Change(
                id, .impossible, at: after.maxPodsPath, before: before.maxPodsPath, old: "\(before.maxPods)",
                new: "\(after.maxPods)",
                because:
                    "each machine has \(after.podAddresses) addresses for pods, and kubelet would take \(after.maxPods)",
                remedy: "write ipAddressCount: \(after.maxPods + 1) as well", machines: [name])
        }
    }

    /// Whether the new number of pods is larger, and larger than the interface's addresses.
    static func isTold(_ before: ProfileDemand, _ after: ProfileDemand) -> Bool {
        after.maxPods > before.maxPods && after.maxPods > after.podAddresses
    }
}
