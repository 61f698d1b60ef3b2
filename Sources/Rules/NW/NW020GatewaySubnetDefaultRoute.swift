import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// A route for 0.0.0.0/0 in `GatewaySubnet`.
///
/// With an ExpressRoute gateway Azure forbids it, and with a VPN gateway it cuts the gateway from its own
/// management: the tunnel goes down.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     routes:
///       - {name: all, addressPrefixes: [0.0.0.0/0], nextHopIPAddress: 10.9.0.4, subnets: [GatewaySubnet]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     routes:
///       - {name: nodes, addressPrefixes: [10.240.0.0/12], nextHopIPAddress: 10.9.0.4, subnets: [GatewaySubnet]}
///       - {name: hq, addressPrefixes: [192.168.0.0/16], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// Source: Microsoft Learn, "ExpressRoute gateways": route tables on the gateway subnet.
enum GatewaySubnetDefaultRoute: Rule {
    static let id = RuleID("NW020", "GatewaySubnetDefaultRoute")

    static func findings(in context: RuleContext) -> [Finding] {
        context.topology.subnets.filter(\.isGateways).flatMap(\.routes).filter { $0.prefix.length == 0 }.map {
            route in
            Finding(
                id, .error, at: route.path,
                "a route for \(route.prefix) in GatewaySubnet cuts the gateways off",
                remedy: "name the ranges that should go through the appliance")
        }
    }
}
