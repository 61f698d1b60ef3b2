import AddressPlan
import Findings
import NetworkPlan

/// The quotas of public addresses, load balancers and interfaces must leave what the cluster adds.
enum PF029NetworkQuota: PreflightRule {
    static let id = RuleID("PF029", "NetworkQuota")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let list = context.facts.list(.networkQuota) else { return [] }
        let usages = LiveUsage.byName(list)
        let types: [(type: String, quotas: [String], what: String)] = [
            (
                "Microsoft.Network/publicIPAddresses",
                ["PublicIPAddresses", "StandardSkuPublicIpAddresses", "StandardPublicIPAddresses"],
                "public addresses"
            ),
            (
                "Microsoft.Network/loadBalancers", ["LoadBalancers", "StandardLoadBalancers"],
                "load balancers"
            ),
            ("Microsoft.Network/networkSecurityGroups", ["NetworkSecurityGroups"], "network security groups"),
        ]
        return types.flatMap { type, quotas, what -> [Finding] in
            let there = context.existing[type.lowercased()]?.count ?? 0
            let needed = max(0, TemplateCounts.count(type, in: context.cluster.template) - there)
            return quotas.compactMap { name in
                guard let usage = usages[name.lowercased()], usage.left < needed else { return nil }
                return Finding(
                    id, .error, at: .properties,
                    "the quota \(usage.name) of \(context.location ?? "the region") has \(usage.left) of \(usage.limit) left "
                        + "(\(usage.current) in use), \(needed) \(what) are needed",
                    remedy: "free some, or have the quota raised to \(usage.current + needed)")
            }
        }
    }
}
