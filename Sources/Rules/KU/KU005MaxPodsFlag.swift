import ClusterModel
import Findings

/// kubelet's `--max-pods` is no whole number, or less than 5.
///
/// kubelet does not start with a text that is no number; with fewer than 5 pods a node has no room for what
/// every node runs.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       kubeletConfig:
///         --max-pods: many
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       kubeletConfig:
///         --max-pods: "30"
/// ```
///
/// Source: acs-engine, validation of `--max-pods`.
enum MaxPodsFlag: Rule {
    static let id = RuleID("KU005", "MaxPodsFlag")

    static func findings(in context: RuleContext) -> [Finding] {
        context.kubeletMaps.compactMap { flags, path in
            guard let text = flags["--max-pods"] else { return nil }
            if let number = Int(text), number >= 5 { return nil }
            return Finding(
                id, .error, at: path["--max-pods"],
                "--max-pods is \"\(text)\"; it must be a whole number from 5 to 250",
                remedy: "write \"30\"")
        }
    }
}
