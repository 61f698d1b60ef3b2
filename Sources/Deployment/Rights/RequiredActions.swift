/// The actions that a deployment needs, by scope: what preflight looks for, and what `docs/permissions.md` lists.
///
/// Source: Microsoft Learn, "Azure resource provider operations".
public enum RequiredActions {
    /// On each existing subnet.
    public static let onSubnet = [
        "Microsoft.Network/virtualNetworks/subnets/read",
        "Microsoft.Network/virtualNetworks/subnets/join/action",
    ]
    /// Where the template gives the cluster's identity a role.
    public static let assignRoles = "Microsoft.Authorization/roleAssignments/write"
    /// On a Key Vault that parameters refer to.
    public static let readVault = "Microsoft.KeyVault/vaults/deploy/action"

    /// For deployments themselves.
    public static let deployments = [
        "Microsoft.Resources/deployments/read", "Microsoft.Resources/deployments/write",
        "Microsoft.Resources/deployments/validate/action", "Microsoft.Resources/deployments/whatIf/action",
        "Microsoft.Resources/deployments/cancel/action", "Microsoft.Resources/deployments/operations/read",
        "Microsoft.Resources/deployments/operationstatuses/read",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
    ]

    /// Actions beside `write` that making a resource of a type needs.
    private static let joins: [String: [String]] = [
        "microsoft.network/virtualnetworks": ["Microsoft.Network/virtualNetworks/subnets/join/action"],
        "microsoft.network/networksecuritygroups": ["Microsoft.Network/networkSecurityGroups/join/action"],
        "microsoft.network/routetables": ["Microsoft.Network/routeTables/join/action"],
        "microsoft.network/publicipaddresses": ["Microsoft.Network/publicIPAddresses/join/action"],
        "microsoft.network/natgateways": ["Microsoft.Network/natGateways/join/action"],
        "microsoft.network/networkinterfaces": ["Microsoft.Network/networkInterfaces/join/action"],
        "microsoft.network/loadbalancers": [
            "Microsoft.Network/loadBalancers/backendAddressPools/join/action"
        ],
        "microsoft.managedidentity/userassignedidentities": [
            "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"
        ],
    ]

    /// On the group, for a template with these types of resources.
    public static func onGroup(forTypes types: [String]) -> [String] {
        var actions = deployments
        for type in types
        where !["microsoft.resources/deployments", "microsoft.authorization/roleassignments"].contains(
            type.lowercased())
        {
            actions.append("\(type)/write")
            actions += joins[type.lowercased()] ?? []
        }
        return actions
    }

    static func onGroup(for cluster: ClusterToDeploy) -> [String] {
        var types = cluster.resourceTypes
        if cluster.openParameters.contains(ClusterToDeploy.pluginURL) {
            types.append("Microsoft.Storage/storageAccounts")
        }
        return onGroup(forTypes: types)
    }
}
