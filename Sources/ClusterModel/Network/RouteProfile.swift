/// A route that replaces Azure's for some subnets.
public struct RouteProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Where packets go to: prefixes, as written.
    public var addressPrefixes: [String] = []
    /// What they go by.
    public var nextHopType = NextHopType.virtualAppliance
    /// The appliance's address, as written.
    public var nextHopIPAddress: String?
    /// Names of the subnets that have it; all subnets of pools and masters when empty.
    public var subnets: [String] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<RouteProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .list("addressPrefixes", \.addressPrefixes),
        .defaulted("nextHopType", \.nextHopType),
        .optional("nextHopIPAddress", \.nextHopIPAddress),
        .list("subnets", \.subnets),
    ]
}

/// What packets go by, in Azure's words.
public enum NextHopType: String, ModelEnum {
    case virtualAppliance = "VirtualAppliance"
    case virtualNetworkGateway = "VirtualNetworkGateway"
    case vnetLocal = "VnetLocal"
    case internet = "Internet"
    case none = "None"
}
