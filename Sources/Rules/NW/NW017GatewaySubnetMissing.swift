import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A gateway is asked for, but no subnet `GatewaySubnet` is declared.
///
/// Azure takes gateways in a subnet of exactly that name only, and slipway does not guess a range for it.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
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
/// Source: Microsoft Learn, "About VPN Gateway configuration settings".
enum GatewaySubnetMissing: Rule {
    static let id = RuleID("NW017", "GatewaySubnetMissing")

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        guard topology.gateways.exist, !topology.isExistingVNet, topology.gateways.subnet == nil else {
            return []
        }
        return [
            Finding(
                id, .error, at: Paths.networkProfile["subnets"],
                "a gateway needs a subnet named GatewaySubnet, and none is declared",
                remedy:
                    "add {name: GatewaySubnet, addressPrefix: …/27} to subnets, within the VNet's address space"
            )
        ]
    }
}
