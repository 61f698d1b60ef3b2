import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A gateway is asked for in a VNet that belongs to somebody else.
///
/// A VNet has one gateway of each kind, its subnet is the network team's, and every other user of the VNet would
/// get its routes. slipway adds none there.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.200
///     vnetCidr: 10.7.0.0/16
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
///   networkProfile:
///     egress: {type: none}
///     subnets:
///       - {name: masters, addressPrefix: 10.7.1.0/24}
///       - {name: nodes, addressPrefix: 10.7.2.0/23}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.200
///     vnetCidr: 10.7.0.0/16
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
///   networkProfile:
///     egress: {type: none}
///     subnets:
///       - {name: masters, addressPrefix: 10.7.1.0/24}
///       - {name: nodes, addressPrefix: 10.7.2.0/23}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
/// ```
///
/// Source: Microsoft Learn, "Networking limits"; docs/network/existing-vnet.md.
enum GatewayInExistingVNet: Rule {
    static let id = RuleID("NW016", "GatewayInExistingVNet")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.topology.isExistingVNet else { return [] }
        let sites = context.topology.sites.compactMap { site -> Finding? in
            let keys = [
                site.connection.vpn.map { _ in "vpn" },
                site.connection.expressRoute.map { _ in "expressRoute" },
            ].compactMap(\.self)
            guard let first = keys.first else { return nil }
            return Finding(
                id, .error, at: site.path[first],
                "site \(site.name) would need a gateway in an existing VNet, which is the network team's to make",
                remedy:
                    "remove \(keys.joined(separator: " and ")): the site counts as reached by the VNet's own gateway"
            )
        }
        guard sites.isEmpty, context.properties.networkProfile.gateways != nil else { return sites }
        return [
            Finding(
                id, .error, at: Paths.networkProfile["gateways"],
                "a gateway in an existing VNet is the network team's to make", remedy: "remove gateways")
        ]
    }
}
