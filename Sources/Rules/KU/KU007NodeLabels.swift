import ClusterModel
import Findings

/// A node label that Kubernetes refuses, or that kubelet may not set.
///
/// kubelet does not start with such a label, so no node of the pool joins.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       customNodeLabels:
///         kubernetes.io/role: web
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       customNodeLabels:
///         example.com/role: web
/// ```
///
/// Source: Kubernetes, "Labels and Selectors"; "Using Admission Controllers": NodeRestriction.
enum NodeLabels: Rule {
    static let id = RuleID("KU007", "NodeLabels")

    static func findings(in context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        func check(_ key: String, _ value: String, at path: ModelPath, _ part: Finding.Part) {
            if let problem = LabelForm.problem(withKey: key) {
                findings.append(Finding(id, .error, at: path, part: part, "label key \"\(key)\": \(problem)"))
            } else if LabelForm.isReserved(key) {
                findings.append(
                    Finding(
                        id, .error, at: path, part: part,
                        "label \"\(key)\" is Kubernetes' own; kubelet may not set it",
                        remedy: "use a prefix of your own, or node.kubernetes.io/"))
            } else if let problem = LabelForm.problem(withValue: value) {
                findings.append(Finding(id, .error, at: path, "label value \"\(value)\": \(problem)"))
            }
        }
        for (pool, path) in context.pools {
            for entry in pool.customNodeLabels.entries {
                check(entry.key, entry.value, at: path["customNodeLabels"][entry.key], .key)
            }
        }
        for (flags, path) in context.kubeletMaps {
            for pair in (flags["--node-labels"] ?? "").split(separator: ",") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                check(
                    String(parts[0]), parts.count == 2 ? String(parts[1]) : "", at: path["--node-labels"],
                    .value)
            }
        }
        return findings
    }
}
