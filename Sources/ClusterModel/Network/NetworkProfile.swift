/// slipway's own: what the old language cannot say about the network around the cluster.
public struct NetworkProfile: ModelObject {
    /// The VNet.
    public var vnet = VNetProfile()
    /// Subnets of the VNet, of the cluster's and of others'.
    public var subnets: [SubnetProfile] = []
    /// VNets that are peered with it.
    public var peerings: [NeighbourProfile] = []
    /// Networks on premises that reach it.
    public var onPremises: [NeighbourProfile] = []
    /// How nodes and pods reach the internet.
    public var egress = EgressProfile()
    /// Where nodes get slipway-vnet from.
    public var plugin: PluginProfile?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<NetworkProfile>] = [
        .defaulted("vnet", \.vnet),
        .list("subnets", \.subnets),
        .list("peerings", \.peerings),
        .list("onPremises", \.onPremises),
        .defaulted("egress", \.egress),
        .optional("plugin", \.plugin),
        .known(
            "networkPolicy", OpaqueObject.self,
            .refused(
                .said, ModelRule.networkPolicy,
                because:
                    "the plugin has no native network policies; use network security groups on the pools' subnets"
            )),
    ]
}

/// The VNet.
public struct VNetProfile: ModelObject {
    /// Its address space: prefixes, as written.
    public var addressSpace: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<VNetProfile>] = [.list("addressSpace", \.addressSpace)]
}

/// A subnet of the VNet.
public struct SubnetProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Its prefix, as written.
    public var addressPrefix: String?
    /// Addresses that others hold, as written.
    public var inUse: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<SubnetProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .optional("addressPrefix", \.addressPrefix),
        .list("inUse", \.inUse),
    ]
}

/// A network beside the VNet: a peered VNet or a site on premises.
public struct NeighbourProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Its address space: prefixes, as written.
    public var addressSpace: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<NeighbourProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .list("addressSpace", \.addressSpace),
    ]
}

/// How nodes and pods reach the internet.
public struct EgressProfile: ModelObject {
    /// The way.
    public var type = EgressType.loadBalancer
    /// Public addresses of a NAT gateway.
    public var publicIPCount = 1

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<EgressProfile>] = [
        .defaulted("type", \.type),
        .defaulted("publicIPCount", \.publicIPCount, .honoured, .within(1...16)),
    ]
}

/// The ways to the internet.
public enum EgressType: String, ModelEnum {
    /// An outbound rule of the public load balancer.
    case loadBalancer
    /// A NAT gateway on the cluster's own subnets.
    case natGateway
    /// None that slipway makes: a route or gateway of the network team, or nothing.
    case none
}

/// Where nodes get slipway-vnet from.
public struct PluginProfile: ModelObject {
    /// An https URL of the binary that is bundled with this slipway.
    public var url: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<PluginProfile>] = [
        .optional("url", \.url, .honoured, required: true, .httpsURL)
    ]
}

extension Constraint<String> {
    /// A name that any network resource can have.
    static var resourceName: Constraint {
        .form("1 to 80 letters, digits, ._- that begin with a letter or digit and end with one or _") {
            text in
            let bytes = Array(text.utf8)
            guard (1...80).contains(bytes.count), let first = bytes.first, let last = bytes.last else {
                return false
            }
            return (first.isASCIILetter || first.isASCIIDigit)
                && (last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: "_"))
                && bytes.allSatisfy {
                    $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                        || $0 == UInt8(ascii: "-")
                }
        }
    }

    /// `https://` and a host, printable ASCII without quotes and blanks.
    static var httpsURL: Constraint {
        .form("an https URL") { text in
            text.hasPrefix("https://") && text.utf8.count > 8 && text.utf8.count <= 2048
                && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'\\<>`".utf8.contains($0) }
        }
    }

    /// 64 hexadecimal digits.
    static var sha256: Constraint {
        .form("64 hexadecimal digits") { text in
            text.utf8.count == 64
                && text.utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
        }
    }
}
