import AddressPlan
import ClusterModel
import Findings

/// The cluster's name ends in `-internal`.
///
/// The cloud provider names the internal load balancer of a cluster `NAME-internal` and would take this cluster's for it.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop-internal
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop
/// ```
///
/// Source: cloud-provider-azure, "Azure cloud controller manager": cluster-name.
enum ClusterNameSuffix: Rule {
    static let id = RuleID("KU013", "ClusterNameSuffix")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let name = context.properties.masterProfile.dnsPrefix, name.lowercased().hasSuffix("-internal")
        else {
            return []
        }
        return [
            Finding(
                id, .error, at: Paths.masterProfile["dnsPrefix"],
                "\"\(name)\" ends in -internal, which the cloud provider keeps for internal load balancers",
                remedy: "write \(name.dropLast("-internal".count))")
        ]
    }
}
