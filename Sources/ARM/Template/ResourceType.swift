/// A type of resource, with the api-version in which slipway writes it.
///
/// Versions: a stable one that all clouds have; Microsoft Learn, "Azure resource reference".
public enum ResourceType: String, Sendable {
    case virtualNetwork = "Microsoft.Network/virtualNetworks"
    case networkSecurityGroup = "Microsoft.Network/networkSecurityGroups"
    case routeTable = "Microsoft.Network/routeTables"
    case publicIPAddress = "Microsoft.Network/publicIPAddresses"
    case natGateway = "Microsoft.Network/natGateways"
    case loadBalancer = "Microsoft.Network/loadBalancers"
    case networkInterface = "Microsoft.Network/networkInterfaces"
    case availabilitySet = "Microsoft.Compute/availabilitySets"
    case virtualMachine = "Microsoft.Compute/virtualMachines"
    case virtualMachineExtension = "Microsoft.Compute/virtualMachines/extensions"
    case virtualMachineScaleSet = "Microsoft.Compute/virtualMachineScaleSets"
    case userAssignedIdentity = "Microsoft.ManagedIdentity/userAssignedIdentities"
    case roleAssignment = "Microsoft.Authorization/roleAssignments"
    case deployment = "Microsoft.Resources/deployments"

    /// The api-version.
    var apiVersion: String {
        switch self {
        case .virtualNetwork, .networkSecurityGroup, .routeTable, .publicIPAddress, .natGateway,
            .loadBalancer,
            .networkInterface:
            "2024-05-01"
        case .availabilitySet, .virtualMachine, .virtualMachineExtension, .virtualMachineScaleSet:
            "2024-07-01"
        case .userAssignedIdentity: "2023-01-31"
        case .roleAssignment: "2022-04-01"
        case .deployment: "2021-04-01"
        }
    }
}
