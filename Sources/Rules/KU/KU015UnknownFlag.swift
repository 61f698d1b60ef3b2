import Catalogue
import ClusterModel
import Findings

/// A flag that the component does not have in the chosen release.
///
/// A component that gets an unknown flag does not start: the API server stays away, or no node of the pool joins.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       kubeletConfig:
///         --serialise-image-pulls: "false"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       kubeletConfig:
///         --serialize-image-pulls: "false"
/// ```
///
/// Source: apimodels/kubernetes-flags.tsv.
enum UnknownFlag: Rule {
    static let id = RuleID("KU015", "UnknownFlag")

    static func findings(in context: RuleContext) -> [Finding] {
        let maps = context.flagMaps.filter { !$0.flags.isEmpty }
        guard !maps.isEmpty, let release = context.kubernetesVersion?.release else { return [] }
        let flags = KubernetesFlags.embedded()
        return maps.flatMap { component, written, path in
            written.entries.compactMap { entry in
                // Flags of another form, lost ones and slipway's own are other rules' business.
                guard entry.key.hasPrefix("--"), !component.hasLost(entry.key), !component.owns(entry.key),
                    !flags.has(entry.key, component, in: release)
                else { return nil }
                let names = flags.names(of: component).filter { flags.has($0, component, in: release) }
                let near = Spelling.nearest(to: entry.key, among: names)
                return Finding(
                    id, .error, at: path[entry.key], part: .key,
                    "\(component.rawValue) of Kubernetes \(release) has no flag \(entry.key)",
                    remedy: near.map { "write \($0)" } ?? "remove it",
                    fix: near.map { .safe(.rename(path[entry.key], $0)) })
            }
        }
    }
}
