import AddressPlan
import ClusterModel
import Findings

/// `clusterSubnet` beside an existing VNet, where it has no effect.
///
/// The range that the model names would not be the one that pods get.
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
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.7.0.0/16
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
/// Source: docs/model-keys.md.
enum ClusterSubnetUnused: Rule {
    static let id = RuleID("NW004", "ClusterSubnetUnused")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.addresses.isExistingVNet, let text = context.kubernetesConfig.network.clusterSubnet
        else {
            return []
        }
        return [
            Finding(
                id, .warning, at: Paths.kubernetesConfig["clusterSubnet"],
                "clusterSubnet \(text) has no effect: the profiles name existing subnets",
                remedy: "remove it",
                fix: .safe(.remove(Paths.kubernetesConfig["clusterSubnet"])))
        ]
    }
}
