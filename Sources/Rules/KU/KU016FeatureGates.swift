import Catalogue
import ClusterModel
import Findings

/// A feature gate that the chosen release does not have, that cannot be set, or that is not `Name=true` or `Name=false`.
///
/// A component that gets such a gate ends at once with "unrecognized feature gate" or "cannot set feature gate".
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --feature-gates: PodPriority=true
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --feature-gates: APIServerIdentity=true
/// ```
///
/// Source: apimodels/kubernetes-features.tsv.
enum FeatureGates: Rule {
    static let id = RuleID("KU016", "FeatureGates")
    private static let flag = "--feature-gates"
    /// Names that stand for many gates.
    private static let groups: Set<String> = ["AllAlpha", "AllBeta"]

    static func findings(in context: RuleContext) -> [Finding] {
        let maps = context.flagMaps.filter {
            $0.flags[flag] != nil && $0.component != .cloudControllerManager
        }
        guard !maps.isEmpty, let release = context.kubernetesVersion?.release else { return [] }
        let features = KubernetesFeatures.embedded()
        return maps.flatMap { _, flags, path in
            (flags[flag] ?? "").split(separator: ",").compactMap { entry in
                problem(with: entry, features, release).map {
                    Finding(id, .error, at: path[flag], $0.message, remedy: $0.remedy)
                }
            }
        }
    }

    private static func problem(
        with entry: Substring, _ features: KubernetesFeatures, _ release: String
    ) -> (message: String, remedy: String)? {
        let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let wanted = Bool(String(parts[1])) else {
            return (
                "\"\(entry)\" does not say true or false", "write Name=true, several with commas between them"
            )
        }
        let name = String(parts[0])
        if groups.contains(name) { return nil }
        guard let gate = features.gate(name, in: release) else {
            let near = Spelling.nearest(to: name, among: features.names(in: release))
            return (
                "Kubernetes \(release) has no feature gate \(name)", near.map { "write \($0)" } ?? "remove it"
            )
        }
        guard gate.isLocked, gate.isOpen != wanted else { return nil }
        return (
            "feature gate \(name) is \(gate.isOpen) in Kubernetes \(release) and cannot be set", "remove it"
        )
    }
}
