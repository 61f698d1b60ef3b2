import AddressPlan
import ClusterModel
import Findings
import JSONText

/// Basic load balancers are asked for; Standard ones are used.
///
/// Azure retired the Basic SKU on 30 September 2025.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerSku: Basic
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerSku: Standard
/// ```
///
/// Source: Microsoft Learn, "Upgrade from a basic to standard load balancer".
enum BasicLoadBalancer: Rule {
    static let id = RuleID("NW005", "BasicLoadBalancer")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.kubernetesConfig.network.loadBalancerSku?.lowercased() == "basic" else { return [] }
        return [
            Finding(
                id, .warning, at: Paths.kubernetesConfig["loadBalancerSku"],
                "Azure retired Basic load balancers on 30 September 2025; Standard is used",
                remedy: "write Standard",
                fix: .safe(.replace(Paths.kubernetesConfig["loadBalancerSku"], "Standard")))
        ]
    }
}
