import AddressPlan
import Findings

/// kubelet takes more pods than the machine has addresses for them.
///
/// The last pods stay in ContainerCreating. Pods on the host's network need no address of their own.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 10
///       kubernetesConfig:
///         maxPods: 30
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
///       kubernetesConfig:
///         maxPods: 30
/// ```
///
/// Source: docs/address-plan.md.
enum PodsWithoutAddress: Rule {
    static let id = RuleID("IP015", "PodsWithoutAddress")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.profiles.compactMap { profile in
            guard profile.podAddresses < profile.maxPods, profile.maxPods <= PodsPerNode.limit else {
                return nil
            }
            return Finding(
                id, .warning, at: profile.path["ipAddressCount"],
                "kubelet takes \(profile.maxPods) pods on each machine of \(profile.name), but ipAddressCount "
                    + "\(profile.ipAddressCount) leaves \(profile.podAddresses) addresses for pods",
                remedy: "set ipAddressCount to \(profile.maxPods + 1), or maxPods to \(profile.podAddresses)")
        }
    }
}
