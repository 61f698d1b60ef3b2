import AddressPlan
import Addressing
import Findings

/// A prefix has host bits set, such as `10.1.0.5/24`.
///
/// Azure answers `InvalidCIDRNotation`; and whoever wrote it may have meant another range. The other rules go on with the
/// masked prefix.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.240.0.7/12
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
enum NotCanonicalCIDR: Rule {
    static let id = RuleID("IP009", "NotCanonicalCIDR")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.written.compactMap { range in
            guard case .prefix(let text) = range.meaning, !text.isCanonical else { return nil }
            return Finding(
                id, .error, at: range.path, "prefix \(range.text) has host bits set",
                remedy: "write \(text.masked)", fix: .safe(.replace(range.path, "\(text.masked)")))
        }
    }
}
