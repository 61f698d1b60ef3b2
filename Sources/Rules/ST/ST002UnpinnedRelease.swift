import Catalogue
import ClusterModel
import Document
import Findings
import JSONText

/// The model does not say which release of Kubernetes it wants.
///
/// The next slipway may have another standard release, and the same model would then ask for an upgrade.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: ""
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.35"
/// ```
///
/// Source: docs/model-keys.md.
enum UnpinnedRelease: Rule {
    static let id = RuleID("ST002", "UnpinnedRelease")

    static func findings(in context: RuleContext) -> [Finding] {
        let profile = context.properties.orchestratorProfile
        let path = ModelPath.properties["orchestratorProfile"]["orchestratorRelease"]
        // A release of a wrong form was reported where it was read.
        guard profile.orchestratorRelease == nil, profile.orchestratorVersion == nil,
            context.document.node(at: path)?.isZero ?? true
        else { return [] }
        let release = KubernetesVersions.standardRelease
        let isThere = context.document.node(at: path) != nil
        return [
            Finding(
                id, .info, at: path, "the model does not say a release; this slipway takes \(release)",
                remedy: "add orchestratorRelease: \"\(release)\"",
                fix: .safe(isThere ? .replace(path, .string(release)) : .add(path, .string(release))))
        ]
    }
}
