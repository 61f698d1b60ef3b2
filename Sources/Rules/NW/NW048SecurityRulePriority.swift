import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// Two security rules of one direction have the same priority or name.
///
/// All subnets of the cluster share one group, since the cloud provider opens ports in one group only. Azure
/// refuses the second rule with `SecurityRuleConflict`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     subnets:
///       - name: shop-subnet
///         addressPrefix: 10.240.0.0/12
///         securityRules:
///           - {name: a, priority: 200, ports: ["443"]}
///           - {name: b, priority: 200, ports: ["80"]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     subnets:
///       - name: shop-subnet
///         addressPrefix: 10.240.0.0/12
///         securityRules:
///           - {name: a, priority: 200, ports: ["443"]}
///           - {name: b, priority: 201, ports: ["80"]}
/// ```
///
/// Source: Microsoft Learn, "Network security groups": priority.
enum SecurityRulePriority: Rule {
    static let id = RuleID("NW048", "SecurityRulePriority")

    static func findings(in context: RuleContext) -> [Finding] {
        var priorities: [String: SecurityRule] = [:]
        var names: Set<String> = []
        return context.topology.securityRules.sorted { $0.isGenerated && !$1.isGenerated }.compactMap {
            rule in
            let other = priorities["\(rule.direction.rawValue) \(rule.priority)"]
            priorities["\(rule.direction.rawValue) \(rule.priority)"] = other ?? rule
            let isNew = names.insert(rule.name.lowercased()).inserted
            guard let path = rule.path, !rule.isGenerated else { return nil }
            if let other {
                return Finding(
                    id, .error, at: path["priority"],
                    "priority \(rule.priority) is that of rule \(other.name)\(other.isGenerated ? ", which slipway writes" : "") already",
                    remedy:
                        "write another; slipway's own are \(GeneratedPriority.apiServer), \(GeneratedPriority.jumpbox), "
                        + "\(GeneratedPriority.publicAddress) to \(GeneratedPriority.publicAddress + GeneratedPriority.publicAddresses - 1), "
                        + "\(GeneratedPriority.serviceSources) and \(GeneratedPriority.denyInternet)")
            }
            return isNew
                ? nil
                : Finding(
                    id, .error, at: path["name"], "there is a rule \(rule.name) already",
                    remedy: "give it a name of its own"
                )
        }
    }
}
