import AddressPlan
import ClusterModel
import Findings

/// A prefix of public addresses is asked for without a NAT gateway, or together with single ones.
///
/// It would have no effect; a NAT gateway with both would have more addresses than the model seems to say.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: loadBalancer, publicIPPrefixLength: 30}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: natGateway, publicIPPrefixLength: 30}
/// ```
///
/// Source: Microsoft Learn, "Azure NAT Gateway".
enum PublicIPPrefix: Rule {
    static let id = RuleID("NW054", "PublicIPPrefix")

    static func findings(in context: RuleContext) -> [Finding] {
        let egress = context.properties.networkProfile.egress
        let path = Paths.networkProfile["egress"]
        guard egress.publicIPPrefixLength != nil else { return [] }
        if egress.type != .natGateway {
            return [
                Finding(
                    id, .warning, at: path["publicIPPrefixLength"],
                    "publicIPPrefixLength has no effect without a NAT gateway", remedy: "remove it")
            ]
        }
        guard egress.publicIPCount > 1 else { return [] }
        return [
            Finding(
                id, .warning, at: path["publicIPCount"],
                "publicIPCount has no effect beside publicIPPrefixLength",
                remedy: "remove it")
        ]
    }
}
