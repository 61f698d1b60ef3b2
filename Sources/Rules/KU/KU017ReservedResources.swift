import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// kubelet keeps as much for the system as the size has, or more, or a reservation is no list of amounts.
///
/// kubelet does not start where nothing is left for pods, or the node joins and takes none.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D2s_v5
///       kubernetesConfig:
///         kubeletConfig:
///           --kube-reserved: cpu=100m,memory=8Gi
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D2s_v5
///       kubernetesConfig:
///         kubeletConfig:
///           --kube-reserved: cpu=100m,memory=1Gi
/// ```
///
/// Source: Kubernetes, "Reserve Compute Resources for System Daemons".
enum ReservedResources: Rule {
    static let id = RuleID("KU017", "ReservedResources")
    private static let flags = ["--kube-reserved", "--system-reserved"]

    static func findings(in context: RuleContext) -> [Finding] {
        let cluster = context.kubernetesConfig.components.kubeletConfig
        return context.machines.flatMap { machine, path, _ -> [Finding] in
            let own = machine.kubernetesConfig.kubeletConfig
            let ownPath = path["kubernetesConfig"]["kubeletConfig"]
            guard let size = machine.vmSize.flatMap({ context.catalogues.vmSizes[$0] }) else { return [] }
            var sums: [String: Double] = [:]
            var place: ModelPath?
            for flag in flags {
                guard let text = own[flag] ?? cluster[flag] else { continue }
                let here =
                    own[flag] != nil ? ownPath[flag] : Paths.kubernetesConfig["kubeletConfig"][flag]
                guard let amounts = Quantity.list(text) else {
                    return [
                        Finding(
                            id, .error, at: here, "\"\(text)\" is no list of amounts",
                            remedy: "write one such as cpu=100m,memory=1Gi")
                    ]
                }
                sums.merge(amounts) { $0 + $1 }
                place = here
            }
            guard let place else { return [] }
            return [
                ("cpu", Double(size.vCPUs), "\(size.vCPUs) processors"),
                ("memory", size.memoryGiB * 1_073_741_824, "\(size.memoryGiB) GiB of memory"),
            ].compactMap { what, has, words in
                guard let kept = sums[what], kept >= has else { return nil }
                return Finding(
                    id, .error, at: place,
                    "kubelet keeps all \(what) for the system: \(size.name) has \(words)",
                    remedy: "lower \(what) in \(flags.joined(separator: " and "))")
            }
        }
    }
}
