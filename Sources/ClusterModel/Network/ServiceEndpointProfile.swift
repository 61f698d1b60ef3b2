/// An Azure service that subnets reach by Azure's own network, with their private addresses.
public struct ServiceEndpointProfile: ModelObject {
    /// The service.
    public var service: AzureService?
    /// Names of the subnets; all subnets of pools and masters when empty.
    public var subnets: [String] = []
    /// Regions of the service; Azure's choice when empty.
    public var locations: [String] = []
    /// Ranges of the service, for routes and tracing, from Azure's published list; `trace` cannot tell its addresses from
    /// other public ones without them.
    public var addressPrefixes: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ServiceEndpointProfile>] = [
        .optional("service", \.service, .honoured, required: true),
        .list("subnets", \.subnets),
        .list("locations", \.locations),
        .list("addressPrefixes", \.addressPrefixes),
    ]
}

/// Services with service endpoints.
///
/// Source: Microsoft Learn, "Virtual network service endpoints".
public enum AzureService: String, ModelEnum {
    case storage = "Storage"
    case globalStorage = "Storage.Global"
    case sql = "Sql"
    case keyVault = "KeyVault"
    case cosmosDB = "CosmosDB"
    case serviceBus = "ServiceBus"
    case eventHub = "EventHub"
    case web = "Web"
    case cognitiveServices = "CognitiveServices"
    case containerRegistry = "ContainerRegistry"

    /// Azure's name, such as `Microsoft.Storage`.
    public var azureName: String {
        switch self {
        case .cosmosDB: "Microsoft.AzureCosmosDB"
        default: "Microsoft.\(rawValue)"
        }
    }
}
