import AddressPlan
import ClusterModel
import Findings

/// The API server has a public address that the whole internet reaches.
///
/// Whoever finds an error in it, or a stray kubeconfig, needs nothing else. A private cluster has an internal address only.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         enabled: false
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         enabled: true
/// ```
///
/// Source: Kubernetes, "Controlling Access to the Kubernetes API"; CIS Kubernetes Benchmark.
enum OpenAPIServer: Rule {
    static let id = RuleID("AZ009", "OpenAPIServer")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.kubernetesConfig.network.privateCluster?.enabled != true else { return [] }
        return [
            Finding(
                id, .info, at: Paths.kubernetesConfig["privateCluster"],
                "the API server has a public address that everybody reaches",
                remedy: "write privateCluster: {enabled: true}, and reach it over the VNet")
        ]
    }
}
