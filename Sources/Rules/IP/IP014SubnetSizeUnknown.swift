import AddressPlan
import Findings

/// The prefix of an existing subnet is not known here, so its room cannot be judged.
///
/// `slipway deploy` asks Azure. Declaring the prefix in `networkProfile.subnets` lets `validate` judge it, too.
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
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
///     firstConsecutiveStaticIP: 10.7.1.200
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
///   networkProfile:
///     subnets:
///       - name: masters
///         addressPrefix: 10.7.1.0/24
///       - name: nodes
///         addressPrefix: 10.7.2.0/24
/// ```
///
/// Source: docs/address-plan.md.
enum SubnetSizeUnknown: Rule {
    static let id = RuleID("IP014", "SubnetSizeUnknown")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.subnets.enumerated().compactMap { index, subnet in
            guard case .existing = subnet.origin, subnet.prefix == nil,
                let profile = context.addresses.profiles.first(where: { $0.subnet == index })
            else { return nil }
            return Finding(
                id, .info, at: profile.subnetPath,
                "the prefix of subnet \(subnet.name) is not known here: \(subnet.needed) addresses are needed, "
                    + "\(subnet.peak) during an upgrade",
                remedy: "declare it: networkProfile.subnets: [{name: \(subnet.name), addressPrefix: …}]")
        }
    }
}
