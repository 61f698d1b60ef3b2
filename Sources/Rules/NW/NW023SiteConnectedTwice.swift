import AddressPlan
import ClusterModel
import Findings

/// A site is connected by VPN and by ExpressRoute.
///
/// Both gateways would announce the same ranges. slipway makes one connection a site; both kinds side by side in
/// one VNet are fine for different sites.
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
///         vpn: {deviceAddress: 203.0.113.5}
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
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
///         vpn: {deviceAddress: 203.0.113.5}
/// ```
///
/// Source: Microsoft Learn, "Configure ExpressRoute and S2S coexisting connections".
enum SiteConnectedTwice: Rule {
    static let id = RuleID("NW023", "SiteConnectedTwice")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.onPremises.enumerated().compactMap { index, site in
            guard site.vpn != nil, site.expressRoute != nil else { return nil }
            return Finding(
                id, .error, at: Paths.networkProfile["onPremises"][index],
                "site \(site.name ?? "") has vpn and expressRoute; one of them connects it",
                remedy: "remove one")
        }
    }
}
