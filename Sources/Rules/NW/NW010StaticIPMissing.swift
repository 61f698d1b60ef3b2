import AddressPlan
import ClusterModel
import Findings

/// An existing subnet without `firstConsecutiveStaticIP`: nobody but its owner knows which addresses are free.
///
/// Azure answers `PrivateIPAddressInUse` for a guessed one, or takes one that somebody else has planned for.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/masters
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
///     firstConsecutiveStaticIP: 10.7.1.100
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
/// ```
///
/// Source: acs-engine, validation of `vnetSubnetID`.
enum StaticIPMissing: Rule {
    static let id = RuleID("NW010", "StaticIPMissing")

    static func findings(in context: RuleContext) -> [Finding] {
        let profile = context.properties.masterProfile
        guard profile.machine.vnetSubnetID != nil, profile.firstConsecutiveStaticIP == nil else { return [] }
        let path = Paths.masterProfile["firstConsecutiveStaticIP"]
        let count = profile.count ?? 1
        return [
            Finding(
                id, .error, at: path,
                "firstConsecutiveStaticIP is missing: in an existing subnet the masters need \(count) addresses of "
                    + "their own that stay, and the load balancer one",
                remedy: "ask the network team for them, and add firstConsecutiveStaticIP")
        ]
    }
}
