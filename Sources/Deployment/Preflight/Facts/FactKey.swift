/// One thing that preflight asks Azure for.
enum FactKey: Hashable, Sendable {
    case subscription
    case provider(String)
    case group
    case groupRights
    case resources
    case deployment
    case network(String)
    case networkUsage(String)
    case subnet(String)
    case subnetRights(String)
    case address(network: String, String)
    case securityGroup(String)
    case routeTable(String)
    case natGateway(String)
    case sizes
    case computeUsage
    case networkQuota
    case image(String)
    case label(String)
    case vault(String)
    case vaultRights(String)
    case identity(String)
    case validation

    /// What it is, for people.
    var title: String {
        switch self {
        case .subscription: "the subscription"
        case .provider(let name): "the resource provider \(name)"
        case .group: "the resource group"
        case .groupRights: "the rights on the resource group"
        case .resources: "the resources of the group"
        case .deployment: "the cluster's deployment"
        case .network(let id): "the VNet \(id)"
        case .networkUsage(let id): "the addresses in use of the VNet \(id)"
        case .subnet(let id): "the subnet \(id)"
        case .subnetRights(let id): "the rights on the subnet \(id)"
        case .address(_, let address): "whether the address \(address) is free"
        case .securityGroup(let id): "the network security group \(id)"
        case .routeTable(let id): "the route table \(id)"
        case .natGateway(let id): "the NAT gateway \(id)"
        case .sizes: "the sizes that the region offers"
        case .computeUsage: "the core quotas"
        case .networkQuota: "the network quotas"
        case .image(let name): "the image \(name)"
        case .label(let label): "whether the DNS label \(label) is free"
        case .vault(let id): "the Key Vault \(id)"
        case .vaultRights(let id): "the rights on the Key Vault \(id)"
        case .identity(let id): "the managed identity \(id)"
        case .validation: "Azure's own validation of the template"
        }
    }

    /// The action that asking for it needs, and a role that has it.
    var right: (action: String, role: String) {
        switch self {
        case .network, .networkUsage, .subnet, .address, .securityGroup, .routeTable, .natGateway:
            ("Microsoft.Network/*/read", "Reader on the VNet's resource group")
        case .validation:
            ("Microsoft.Resources/deployments/validate/action", "Contributor on the resource group")
        case .vault, .vaultRights: ("Microsoft.KeyVault/vaults/read", "Reader on the vault")
        case .identity:
            ("Microsoft.ManagedIdentity/userAssignedIdentities/read", "Managed Identity Operator on it")
        default: ("*/read", "Reader on the subscription")
        }
    }
}
