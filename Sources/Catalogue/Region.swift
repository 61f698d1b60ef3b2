/// An Azure region.
public struct Region: Sendable, Hashable {
    /// Azure's name, such as `westeurope`.
    public let name: String
    /// The zones, empty where there are none or none are known.
    public let zones: [String]
    /// The cloud it belongs to.
    public let cloud: Cloud
}

/// An Azure cloud with endpoints of its own.
public enum Cloud: String, Sendable, CaseIterable {
    case publicCloud = "AzureCloud"
    case usGovernment = "AzureUSGovernment"
    case china = "AzureChinaCloud"

    /// The name that the cloud provider's `azure.json` wants.
    public var providerName: String {
        switch self {
        case .publicCloud: "AzurePublicCloud"
        case .usGovernment: "AzureUSGovernmentCloud"
        case .china: "AzureChinaCloud"
        }
    }

    /// What follows `LABEL.REGION.` in the name of a public address.
    public var publicNameSuffix: String {
        switch self {
        case .publicCloud: "cloudapp.azure.com"
        case .usGovernment: "cloudapp.usgovcloudapi.net"
        case .china: "cloudapp.chinacloudapi.cn"
        }
    }
}

/// All regions that slipway knows: `apimodels/regions.tsv`.
public struct Regions: Sendable {
    /// The regions in the order of the table.
    public let all: [Region]

    /// The regions in the table `bytes`.
    public init(_ bytes: [UInt8]) {
        let zoneBytes = Array("123,".utf8)
        all = TabSeparated.rows(bytes, columns: ["name", "zones", "cloud"]) { cells in
            guard let cloud = Cloud(rawValue: cells[2]) else { return nil }
            let zones =
                cells[1].utf8.allSatisfy { zoneBytes.contains($0) } ? cells[1].split(separator: ",") : []
            return Region(name: cells[0], zones: zones.map(String.init), cloud: cloud)
        }
    }

    /// The region of that name, compared as Azure does: without regard to case and blanks ("West Europe").
    public subscript(name: String) -> Region? {
        let folded = name.lowercased().filter { $0 != " " }
        return all.first { $0.name == folded }
    }
}
