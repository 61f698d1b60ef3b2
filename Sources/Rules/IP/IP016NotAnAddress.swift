import AddressPlan
import Findings

/// A text is no IPv4 prefix or address.
///
/// Addresses are dotted decimal without leading zeros; a prefix needs its `/length`.
///
/// A text that Azure would read in another way, or not at all, must not reach a template.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.240.0.0
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.240.0.0/12
/// ```
///
/// Source: docs/address-plan.md.
enum NotAnAddress: Rule {
    static let id = RuleID("IP016", "NotAnAddress")

    static func findings(in context: RuleContext) -> [Finding] {
        (context.addresses.written + context.otherAddresses).filter { $0.meaning == .none }.map { range in
            let form = range.role == .address ? "address such as 10.1.0.4" : "prefix such as 10.1.0.0/16"
            return Finding(
                id, .error, at: range.path, "\"\(range.text)\" is no IPv4 \(form)",
                remedy: "write an IPv4 \(form)")
        }
    }
}
