public import Addressing
public import ClusterModel
public import Findings

/// A rule of the network security group.
public struct SecurityRule: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its place: the lower number is asked first.
    public var priority: Int
    /// Which way it looks.
    public var direction: SecurityDirection
    /// What it does.
    public var access: SecurityAccess
    /// The transport.
    public var transport: SecurityProtocol
    /// Where packets come from.
    public var sources: [AddressMatch]
    /// Where they go.
    public var destinations: [AddressMatch]
    /// Ports that they go to; all when empty.
    public var ports: [PortRange]
    /// Where it stands in the model; nil for Azure's own.
    public var path: ModelPath?
    /// Whether slipway writes it by itself.
    public var isGenerated = false

    /// A rule.
    public init(
        _ name: String, _ priority: Int, _ direction: SecurityDirection, _ access: SecurityAccess,
        _ transport: SecurityProtocol = .any, from sources: [AddressMatch] = [.any],
        to destinations: [AddressMatch] = [.any], ports: [PortRange] = [], path: ModelPath? = nil,
        isGenerated: Bool = false
    ) {
        self.name = name
        self.priority = priority
        self.direction = direction
        self.access = access
        self.transport = transport
        self.sources = sources
        self.destinations = destinations
        self.ports = ports
        self.path = path
        self.isGenerated = isGenerated
    }
}

/// One side of a rule.
public enum AddressMatch: Sendable, Hashable, CustomStringConvertible {
    /// Every address.
    case any
    /// The addresses of a prefix.
    case prefix(IPv4Prefix)
    /// The addresses that Azure means by a word.
    case tag(ServiceTag)

    /// The side that `text` says: `*`, a tag, a prefix or an address; nil for anything else.
    public init?(_ text: String) {
        if text == "*" {
            self = .any
        } else if let tag = ServiceTag(text) {
            self = .tag(tag)
        } else if let prefix = IPv4PrefixText(text) {
            self = .prefix(prefix.masked)
        } else if let prefix = IPv4Address(text).flatMap({ IPv4Prefix(containing: $0, length: 32) }) {
            self = .prefix(prefix)
        } else {
            return nil
        }
    }

    /// As Azure writes it: a prefix of one address without its length.
    public var description: String {
        switch self {
        case .any: "*"
        case .prefix(let prefix): prefix.length == 32 ? "\(prefix.first)" : "\(prefix)"
        case .tag(let tag): tag.text
        }
    }
}

/// A word of Azure's for addresses.
public enum ServiceTag: Sendable, Hashable {
    /// The VNet's space, peers, sites and where routes lead.
    case virtualNetwork
    /// Azure's health probes.
    case loadBalancer
    /// Everything outside the virtual network.
    case internet
    /// The addresses of a service.
    case service(String)

    /// The tag that `text` says, without regard to case.
    init?(_ text: String) {
        switch text.lowercased() {
        case "virtualnetwork": self = .virtualNetwork
        case "azureloadbalancer": self = .loadBalancer
        case "internet": self = .internet
        default:
            let root = text.split(separator: ".").first.map { $0.lowercased() } ?? ""
            guard text.first?.isLetter ?? false,
                let known = Self.services.first(where: { $0.lowercased() == root })
            else { return nil }
            let region = text.dropFirst(root.utf8.count)
            guard region.utf8.dropFirst().allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ".") }) else {
                return nil
            }
            self = .service(known + region)
        }
    }

    /// Azure's spelling.
    public var text: String {
        switch self {
        case .virtualNetwork: "VirtualNetwork"
        case .loadBalancer: "AzureLoadBalancer"
        case .internet: "Internet"
        case .service(let name): name
        }
    }

    /// Tags of services that clusters have to do with.
    ///
    /// Source: Microsoft Learn, "Virtual network service tags".
    private static let services = [
        "AzureActiveDirectory", "AzureContainerRegistry", "MicrosoftContainerRegistry", "AzureCosmosDB",
        "AzureKeyVault", "AzureMonitor", "AzureResourceManager", "AzureCloud", "AzureFrontDoor",
        "AzureTrafficManager",
        "CognitiveServicesManagement", "EventHub", "GatewayManager", "ServiceBus", "Sql", "Storage",
        "AppService", "AzurePlatformDNS", "AzurePlatformIMDS",
    ]
}

/// Ports from one to another, both included.
public struct PortRange: Sendable, Hashable, CustomStringConvertible {
    /// The ports.
    public let ports: ClosedRange<Int>

    /// One port.
    public init(_ port: Int) { ports = port...port }

    /// `443` or `30000-32767`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first >= 0,
            first <= last, last <= 65_535
        else { return nil }
        ports = first...last
    }

    /// As Azure writes it.
    public var description: String {
        ports.count == 1 ? "\(ports.lowerBound)" : "\(ports.lowerBound)-\(ports.upperBound)"
    }

    /// `443/tcp` or `5000-5010/udp`; without a transport TCP.
    public static func withTransport(_ text: String) -> (range: PortRange, transport: SecurityProtocol)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let range = PortRange(first), parts.count <= 2 else { return nil }
        switch parts.count == 1 ? "tcp" : parts[1].lowercased() {
        case "tcp": return (range, .tcp)
        case "udp": return (range, .udp)
        default: return nil
        }
    }
}
