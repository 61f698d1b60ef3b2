import AddressPlan
import ClusterModel
import Findings
import JSONText

/// The DNS prefix has upper-case letters; the name is used in lower case.
///
/// Azure takes labels of public addresses in lower case only and answers `InvalidDomainNameLabel`; scripts that compare
/// the name with the model's find another one.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: Shop
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop
/// ```
///
/// Source: Microsoft Learn, "Public IP addresses": DNS name label.
enum UpperCaseDNSPrefix: Rule {
    static let id = RuleID("AZ007", "UpperCaseDNSPrefix")

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.masterProfile["dnsPrefix"]
        guard let prefix = context.properties.masterProfile.dnsPrefix, prefix != prefix.lowercased() else {
            return []
        }
        return [
            Finding(
                id, .warning, at: path,
                "\"\(prefix)\" has upper-case letters; \(prefix.lowercased()) is used",
                remedy: "write \(prefix.lowercased())",
                fix: .safe(.replace(path, .string(prefix.lowercased()))))
        ]
    }
}
