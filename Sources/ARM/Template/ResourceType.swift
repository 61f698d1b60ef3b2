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
    case virtualNetworkPeering = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings"
    case virtualNetworkGateway = "Microsoft.Network/virtualNetworkGateways"
    case localNetworkGateway = "Microsoft.Network/localNetworkGateways"
    case connection = "Microsoft.Network/connections"
    case publicIPPrefix = "Microsoft.Network/publicIPPrefixes"
    case privateEndpoint = "Microsoft.Network/privateEndpoints"
    case privateDNSZoneGroup = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups"
    case privateDNSZone = "Microsoft.Network/privateDnsZones"
    case privateDNSZoneLink = "Microsoft.Network/privateDnsZones/virtualNetworkLinks"
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
            .networkInterface, .virtualNetworkPeering, .virtualNetworkGateway, .localNetworkGateway,
            .connection,
            .publicIPPrefix, .privateEndpoint, .privateDNSZoneGroup:
            "2024-05-01"
        case .privateDNSZone, .privateDNSZoneLink: "2020-06-01"
        case .availabilitySet, .virtualMachine, .virtualMachineExtension, .virtualMachineScaleSet:
            "2024-07-01"
        case .userAssignedIdentity: "2023-01-31"
        case .roleAssignment: "2022-04-01"
        case .deployment: "2021-04-01"
        }
    }
}
