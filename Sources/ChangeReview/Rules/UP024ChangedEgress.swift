import Findings
import NetworkPlan

/// The way to the internet changes: its kind, its public addresses, its time limits.
///
/// Open connections to the internet end, and others see other addresses: tell whoever has them in a list. The cloud
/// provider's file on the masters says whether services' load balancers translate outbound flows, too, so another kind of
/// way can mean that masters are replaced. What is no longer in the template stays in Azure until somebody deletes it.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerOutboundIPs: 1
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerOutboundIPs: 2
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerOutboundIPs: 1
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Outbound rules Azure Load Balancer"; "Azure NAT Gateway resource".
enum ChangedEgress: ChangeRule {
    static let id = RuleID("UP024", "ChangedEgress")

    static func changes(in context: ChangeContext) -> [Change] {
        let (before, after) = (
            context.old.plan.kubernetes.cloudProvider, context.new.plan.kubernetes.cloudProvider
        )
        return context.keys(of: self).map { key in
            let told =
                key.path.steps.last == .key("type") && before.disableOutboundSNAT != after.disableOutboundSNAT
            guard told else {
                return key.change(
                    self, .inPlace,
                    "open connections to the internet may end, and its hosts may see other addresses")
            }
            return key.change(
                self, .replacesNodes,
                "the cloud provider's file says who translates outbound flows: \(ControlPlaneSettings.reason(context))",
                machines: [ClusterSide.masters])
        }
    }
}
