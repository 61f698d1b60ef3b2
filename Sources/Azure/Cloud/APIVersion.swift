/// The versions in which slipway speaks to each provider: stable ones that all clouds have.
///
/// Source: the specifications' published versions.
public enum APIVersion: String, Sendable {
    case subscriptions = "2022-12-01"
    case resources = "2021-04-01"
    case network = "2024-05-01"
    case compute = "2024-07-01"
    case computeSKUs = "2021-07-01"
    case galleries = "2023-07-03"
    case disks = "2023-04-02"
    case privateDNS = "2020-06-01"
    case authorization = "2022-04-01"
    case keyVault = "2023-07-01"
    case managedIdentity = "2023-01-31"
    case storage = "2023-05-01"
}

extension APIVersion {
    /// The version in which resources of `type` are read and deleted.
    public static func of(type: String) -> APIVersion {
        let type = type.lowercased()
        if type.hasPrefix("microsoft.compute/disks") { return .disks }
        if type.hasPrefix("microsoft.compute/galleries") { return .galleries }
        let provider = type.prefix { $0 != "/" }
        return switch provider {
        case "microsoft.compute": .compute
        case "microsoft.managedidentity": .managedIdentity
        case "microsoft.authorization": .authorization
        case "microsoft.storage": .storage
        case "microsoft.keyvault": .keyVault
        case "microsoft.resources": .resources
        case "microsoft.network" where type.contains("privatednszones"): .privateDNS
        default: .network
        }
    }
}
