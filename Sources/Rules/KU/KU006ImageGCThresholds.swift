import AddressPlan
import ClusterModel
import Document
import Findings

/// kubelet would begin to remove images at a share of the disk at which it has already stopped.
///
/// kubelet refuses to start with such values.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       gcHighThreshold: 70
///       gcLowThreshold: 75
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       gcHighThreshold: 85
///       gcLowThreshold: 80
/// ```
///
/// Source: Kubernetes, "Garbage collection": container image lifecycle.
enum ImageGCThresholds: Rule {
    static let id = RuleID("KU006", "ImageGCThresholds")

    static func findings(in context: RuleContext) -> [Finding] {
        let components = context.kubernetesConfig.components
        guard components.gcLowThreshold >= components.gcHighThreshold else { return [] }
        let isLowSaid = context.document.says(Paths.kubernetesConfig["gcLowThreshold"])
        return [
            Finding(
                id, .error, at: Paths.kubernetesConfig[isLowSaid ? "gcLowThreshold" : "gcHighThreshold"],
                "gcLowThreshold \(components.gcLowThreshold) is not below gcHighThreshold "
                    + "\(components.gcHighThreshold)",
                remedy: "write a gcLowThreshold below \(components.gcHighThreshold)")
        ]
    }
}
