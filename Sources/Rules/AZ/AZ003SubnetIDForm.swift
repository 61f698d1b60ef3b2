import AddressPlan
import ClusterModel
import Findings

/// A `vnetSubnetID` is not an ARM id of a subnet.
///
/// Azure answers `LinkedInvalidPropertyId` or `InvalidResourceReference` when the first network interface is
/// made.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     vnetSubnetID: corp/masters
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
///     firstConsecutiveStaticIP: 10.7.1.100
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       vnetSubnetID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/corp/subnets/nodes
/// ```
///
/// Source: acs-engine, validation of `vnetSubnetID`.
enum SubnetIDForm: Rule {
    static let id = RuleID("AZ003", "SubnetIDForm")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard let text = machine.vnetSubnetID, SubnetID(text) == nil else { return nil }
            return Finding(
                id, .error, at: path["vnetSubnetID"], "\"\(text)\" is no id of a subnet",
                remedy:
                    "write /subscriptions/S/resourceGroups/R/providers/Microsoft.Network/virtualNetworks/V/subnets/N"
            )
        }
    }
}
