import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// `networkProfile.vnet.id` is no id of a VNet, or not of that in which the profiles stand.
///
/// Findings and templates would speak of two different networks.
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
///     vnet: {id: corp}
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
///     vnet: {id: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp}
/// ```
///
/// Source: Azure's resource id form.
enum VNetID: Rule {
    static let id = RuleID("NW055", "VNetID")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let id = context.properties.networkProfile.vnet.id else { return [] }
        let path = Paths.networkProfile["vnet"]["id"]
        guard SubnetID("\(id)/subnets/any") != nil else {
            return [
                Finding(
                    Self.id, .error, at: path, "\"\(id)\" is no id of a VNet",
                    remedy:
                        "write /subscriptions/S/resourceGroups/R/providers/Microsoft.Network/virtualNetworks/NAME"
                )
            ]
        }
        guard id.lowercased() != context.topology.existingVNet?.lowercased() else { return [] }
        return [
            Finding(
                Self.id, .error, at: path,
                context.topology.existingVNet.map { "the profiles' subnets are of \($0), not of this VNet" }
                    ?? "no profile stands in a subnet of this VNet",
                remedy: "give every profile the vnetSubnetID of a subnet of it, or remove id")
        ]
    }
}
