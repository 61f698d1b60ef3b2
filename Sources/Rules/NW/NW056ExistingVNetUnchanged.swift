import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// Properties are given to a VNet that belongs to somebody else.
///
/// slipway changes nothing of it, so they have no effect; the network team must set them.
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
///     vnet: {dnsServers: [10.9.0.4]}
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
///     vnet: {addressSpace: [10.7.0.0/16]}
/// ```
///
/// Source: docs/network/existing-vnet.md.
enum ExistingVNetUnchanged: Rule {
    static let id = RuleID("NW056", "ExistingVNetUnchanged")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.topology.isExistingVNet else { return [] }
        let vnet = context.properties.networkProfile.vnet
        let path = Paths.networkProfile["vnet"]
        return [("dnsServers", !vnet.dnsServers.isEmpty), ("tags", !vnet.tags.isEmpty)].filter(\.1).map {
            key, _ in
            Finding(
                id, .warning, at: path[key], "\(key) has no effect: the VNet exists and is not changed",
                remedy: "remove it, and ask the network team")
        }
    }
}
