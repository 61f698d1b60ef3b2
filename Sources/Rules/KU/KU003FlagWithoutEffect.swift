import Catalogue
import ClusterModel
import Findings

/// A flag that slipway sets itself, or that today's Kubernetes no longer has. It is left out.
///
/// A component that gets an unknown flag does not start at all.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --admission-control: NamespaceLifecycle
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --enable-admission-plugins: NodeRestriction
/// ```
///
/// Source: the changelogs of Kubernetes 1.10 to 1.36.
enum FlagWithoutEffect: Rule {
    static let id = RuleID("KU003", "FlagWithoutEffect")
    /// Flags that have their effect by another way than the command line.
    private static let honoured: Set<String> = ["--max-pods", "--node-labels", "--register-with-taints"]

    static func findings(in context: RuleContext) -> [Finding] {
        context.flagMaps.flatMap { component, flags, path in
            flags.entries.compactMap { entry in
                let reason: String? =
                    if component.hasLost(entry.key) {
                        "\(component.rawValue) has it no longer"
                    } else if component.owns(entry.key), !honoured.contains(entry.key) {
                        "slipway sets it itself"
                    } else {
                        nil
                    }
                guard let reason else { return nil }
                return Finding(
                    id, .warning, at: path[entry.key], part: .key, "\(entry.key) is left out: \(reason)",
                    remedy: "remove it", fix: .safe(.remove(path[entry.key])))
            }
        }
    }
}
