import AddressPlan
import ClusterModel
import Findings

/// A profile names both an existing subnet and one that slipway should make.
///
/// Which of the two the writer means cannot be told, and the wrong guess puts the machines into another
/// network.
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
///       subnet: 10.7.2.0/24
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
/// ```
///
/// Source: docs/address-plan.md.
enum SubnetNamedTwice: Rule {
    static let id = RuleID("NW003", "SubnetNamedTwice")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard machine.subnet != nil, machine.vnetSubnetID != nil else { return nil }
            return Finding(
                id, .error, at: path["subnet"], "subnet and vnetSubnetID are both given; exactly one counts",
                remedy: "remove subnet to use the existing one")
        }
    }
}
