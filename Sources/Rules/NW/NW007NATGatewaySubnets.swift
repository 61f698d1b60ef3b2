import AddressPlan
import ClusterModel
import Document
import Findings

/// A NAT gateway is asked for on subnets that belong to somebody else.
///
/// A NAT gateway is a property of its subnet, and slipway changes nothing of an existing one.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.100
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
///   networkProfile:
///     egress:
///       type: natGateway
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.100
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
///   networkProfile:
///     egress:
///       type: loadBalancer
/// ```
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
        // The default stands in every completed model, which must not be told off for what slipway wrote.
        guard egress.type != .natGateway, egress.publicIPCount != EgressProfile().publicIPCount else {
            return []
        }
        return [
            Finding(
                id, .warning, at: path["publicIPCount"],
                "publicIPCount has no effect without a NAT gateway; outbound rules use loadBalancerOutboundIPs",
                remedy: "remove it")
        ]
    }
}
