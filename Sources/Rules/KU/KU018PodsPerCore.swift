import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// kubelet's `--pods-per-core` lets fewer pods run than `maxPods` plans addresses for.
///
/// kubelet takes the smaller of the two: the addresses of the difference are paid for in every subnet and never used.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 60
///         kubeletConfig:
///           --pods-per-core: "10"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 40
///         kubeletConfig:
///           --pods-per-core: "10"
/// ```
///
/// Source: Kubernetes, kubelet's flag `--pods-per-core`.
enum PodsPerCore: Rule {
    static let id = RuleID("KU018", "PodsPerCore")
    private static let flag = "--pods-per-core"

    static func findings(in context: RuleContext) -> [Finding] {
        let cluster = context.kubernetesConfig.components.kubeletConfig[flag]
        return context.machines.compactMap { machine, path, _ in
            let own = machine.kubernetesConfig.kubeletConfig[flag]
            guard let number = (own ?? cluster).flatMap({ Int($0) }), number > 0,
                let size = machine.vmSize.flatMap({ context.catalogues.vmSizes[$0] }),
                let profile = context.addresses.profiles.first(where: { $0.path == path }),
                number <= 10_000, number * size.vCPUs < profile.maxPods
            else { return nil }
            let place =
                own != nil
                ? path["kubernetesConfig"]["kubeletConfig"][flag]
                : Paths.kubernetesConfig["kubeletConfig"][flag]
            return Finding(
                id, .warning, at: place,
                "\(number) pods for each of \(size.vCPUs) processors are \(number * size.vCPUs); maxPods is "
                    + "\(profile.maxPods)",
                remedy: "lower maxPods to \(number * size.vCPUs), or remove \(flag)")
        }
    }
}
