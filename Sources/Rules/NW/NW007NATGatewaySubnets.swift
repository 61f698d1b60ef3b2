import AddressPlan
import ClusterModel
import Document
import Findings

/// A NAT gateway is asked for on subnets that belong to somebody else.
///
/// A NAT gateway is a property of its subnet, and slipway changes nothing of an existing one.
///
/// Source: Microsoft Learn, "Design virtual networks with NAT gateway".
enum NATGatewaySubnets: Rule {
    static let id = RuleID("NW007", "NATGatewaySubnets")

    static func findings(in context: RuleContext) -> [Finding] {
        let egress = context.properties.networkProfile.egress
        let path = Paths.networkProfile["egress"]
        if egress.type == .natGateway, context.addresses.isExistingVNet {
            return [
                Finding(
                    id, .error, at: path["type"],
                    "a NAT gateway is a property of its subnet, and the subnets are existing ones that slipway does not "
                        + "change",
                    remedy: "let the network team attach one and write none, or write loadBalancer")
            ]
        }
        guard egress.type != .natGateway, context.document.says(path["publicIPCount"]) else { return [] }
        return [
            Finding(
                id, .warning, at: path["publicIPCount"],
                "publicIPCount has no effect without a NAT gateway; outbound rules use loadBalancerOutboundIPs",
                remedy: "remove it")
        ]
    }
}
