import ClusterModel
import Findings

/// A taint that is not of the form `key[=value]:Effect`.
///
/// kubelet does not start with such a taint.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         kubeletConfig:
///           --register-with-taints: dedicated=web
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
///         kubeletConfig:
///           --register-with-taints: dedicated=web:NoSchedule
/// ```
///
/// Source: Kubernetes, "Taints and Tolerations".
enum NodeTaints: Rule {
    static let id = RuleID("KU008", "NodeTaints")
    private static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

    static func findings(in context: RuleContext) -> [Finding] {
        context.kubeletMaps.flatMap { flags, path in
            (flags["--register-with-taints"] ?? "").split(separator: ",", omittingEmptySubsequences: true)
                .compactMap {
                    problem(with: String($0)).map {
                        Finding(
                            id, .error, at: path["--register-with-taints"], $0,
                            remedy: "write key=value:NoSchedule, several with commas between them")
                    }
                }
        }
    }

    private static func problem(with taint: String) -> String? {
        let parts = taint.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return "taint \"\(taint)\" has no effect after a colon" }
        guard effects.contains(String(parts[1])) else {
            return "effect \"\(parts[1])\" is none of \(effects.joined(separator: ", "))"
        }
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if let problem = LabelForm.problem(withKey: String(pair[0])) {
            return "taint key \"\(pair[0])\": \(problem)"
        }
        guard pair.count == 2, let problem = LabelForm.problem(withValue: String(pair[1])) else { return nil }
        return "taint value \"\(pair[1])\": \(problem)"
    }
}
