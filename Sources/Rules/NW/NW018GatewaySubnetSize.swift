import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// The subnet of the gateways is smaller than Azure recommends, or than two gateways need.
///
/// In a subnet smaller than /27 a VPN and an ExpressRoute gateway cannot stand side by side, and a gateway cannot
/// be made active-active or larger later; the subnet can only be changed while it is empty.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/28}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5}
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
/// Source: Microsoft Learn, "About VPN Gateway configuration settings": gateway subnet.
enum GatewaySubnetSize: Rule {
    static let id = RuleID("NW018", "GatewaySubnetSize")

    private static let recommended = 27

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        guard topology.gateways.exist, let subnet = topology.gateways.subnet.map({ topology.subnets[$0] }),
            let prefix = subnet.prefix, prefix.length > recommended
        else { return [] }
        let both = topology.gateways.vpn != nil && topology.gateways.expressRoute != nil
        let wider = IPv4Prefix(containing: prefix.first, length: recommended)
        return [
            Finding(
                id, both ? .error : .warning, at: subnet.path,
                "GatewaySubnet is /\(prefix.length); "
                    + (both ? "two gateways side by side need /27" : "Azure recommends /27 or larger"),
                remedy: wider.map { "write \($0)" })
        ]
    }
}
