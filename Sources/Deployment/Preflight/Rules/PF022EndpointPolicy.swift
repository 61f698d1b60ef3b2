import Findings
import NetworkPlan

/// A service endpoint policy on an existing subnet lets machines reach only the storage accounts that it lists.
enum PF022EndpointPolicy: PreflightRule {
    static let id = RuleID("PF022", "EndpointPolicy")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard context.plan.plugin.url == nil else { return [] }
        return context.subnets.compactMap { subnet in
            guard let live = context.live(subnet.id), !live.endpointPolicies.isEmpty else { return nil }
            return Finding(
                id, .warning, at: subnet.path,
                "the service endpoint policy \(live.endpointPolicies.joined(separator: ", ")) of the subnet \(subnet.plan.name) "
                    + "lists the storage accounts that machines reach; slipway's own is new",
                remedy:
                    "have the policy allow the resource group, or host slipway-vnet yourself (networkProfile.plugin)"
            )
        }
    }
}
