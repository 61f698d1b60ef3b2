import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A side or port of a security rule cannot be read, or a tag stands in a list with others.
///
/// Azure refuses the whole group with `SecurityRuleInvalidAddressPrefix`, and nothing that needs it is made.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     subnets:
///       - name: shop-subnet
///         addressPrefix: 10.240.0.0/12
///         securityRules:
///           - {name: office, priority: 200, sources: [office], ports: ["443"]}
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
///           - {name: office, priority: 200, sources: [203.0.113.0/24], ports: ["443"]}
/// ```
///
/// Source: Microsoft Learn, "Network security groups": security rules.
enum SecurityRuleForm: Rule {
    static let id = RuleID("NW047", "SecurityRuleForm")

    static func findings(in context: RuleContext) -> [Finding] {
        context.securityRules.flatMap { rule, path -> [Finding] in
            let sides =
                check(rule.sources, at: path["sources"]) + check(rule.destinations, at: path["destinations"])
            return sides
                + rule.ports.enumerated().filter { PortRange($1) == nil && $1 != "*" }.map { place, text in
                    Finding(
                        id, .error, at: path["ports"][place], "\"\(text)\" is no port",
                        remedy: "write one such as 443 or 30000-32767")
                }
        }
    }

    private static func check(_ texts: [String], at path: ModelPath) -> [Finding] {
        texts.enumerated().compactMap { place, text in
            switch AddressMatch(text) {
            case nil:
                return Finding(
                    id, .error, at: path[place], "\"\(text)\" is neither a prefix nor a tag of Azure's",
                    remedy: "write a prefix such as 10.9.0.0/16, a tag such as VirtualNetwork, or *")
            case .prefix: return nil
            case .any, .tag:
                guard texts.count > 1 else { return nil }
                return Finding(
                    id, .error, at: path[place], "\(text) cannot stand in a list with others",
                    remedy: "give it a rule of its own")
            }
        }
    }
}
