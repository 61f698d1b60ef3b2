import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A VPN gateway stands beside an ExpressRoute gateway and has an autonomous system of its own choice.
///
/// Azure's two gateways speak to each other with the number 65515. With another one routes of the one never reach the other,
/// and changing the number later needs a reset of the gateway.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     gateways: {vpn: {asn: 65100}}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5, bgp: {asn: 65010, address: 192.168.0.1}}
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
///     gateways: {vpn: {asn: 65515}}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5, bgp: {asn: 65010, address: 192.168.0.1}}
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
/// ```
///
/// Source: Microsoft Learn, "Configure ExpressRoute and S2S coexisting connections": limits.
enum CoexistingGateways: Rule {
    static let id = RuleID("NW059", "CoexistingGateways")

    /// What VPN gateways have where nobody says otherwise. Source: as above.
    private static let standardASN = 65_515

    static func findings(in context: RuleContext) -> [Finding] {
        let gateways = context.topology.gateways
        guard let vpn = gateways.vpn, gateways.expressRoute != nil, vpn.asn != Self.standardASN else {
            return []
        }
        return [
            Finding(
                id, .error, at: Paths.networkProfile["gateways"]["vpn"]["asn"],
                "beside an ExpressRoute gateway the VPN gateway's autonomous system must be \(Self.standardASN), not \(vpn.asn)",
                remedy: "write \(Self.standardASN), or remove asn")
        ]
    }
}
