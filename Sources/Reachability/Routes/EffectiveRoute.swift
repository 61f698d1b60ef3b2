public import Addressing
public import Findings

/// A route as Azure applies it to the interfaces of a subnet.
public struct EffectiveRoute: Sendable, Hashable {
    /// Who made it, in the order in which equal prefixes win.
    public enum Origin: Int, Sendable, Hashable {
        /// The route table.
        case user
        /// A gateway: BGP, or ranges of a local network gateway.
        case gateway
        /// Azure itself.
        case system

        /// Azure's word in its listing.
        public var text: String {
            switch self {
            case .user: "User"
            case .gateway: "VirtualNetworkGateway"
            case .system: "Default"
            }
        }
    }

    /// What packets go by.
    public enum Hop: Sendable, Hashable {
        case vnet
        case peering(Int)
        case gateway
        case appliance(IPv4Address)
        case endpoint(Int)
        case internet
        case none

        /// Azure's word in its listing.
        public var text: String {
            switch self {
            case .vnet: "VnetLocal"
            case .peering: "VNetPeering"
            case .gateway: "VirtualNetworkGateway"
            case .appliance: "VirtualAppliance"
            case .endpoint: "VirtualNetworkServiceEndpoint"
            case .internet: "Internet"
            case .none: "None"
            }
        }
    }

    /// Who made it.
    public var origin: Origin
    /// Where packets go to.
    public var prefix: IPv4Prefix
    /// What they go by.
    public var hop: Hop
    /// Where it stands in the model; nil for those that Azure always has.
    public var path: ModelPath?
    /// Whether it is in force: another route of the same prefix may replace it.
    public var isActive = true

    /// Whether it is one of those that a gateway's route never replaces, even a longer one.
    ///
    /// Source: Microsoft Learn, "Virtual network traffic routing": routes within a VNet, to peers and to service endpoints
    /// are preferred to BGP's.
    var isPreferredToGateways: Bool {
        guard origin == .system else { return false }
        switch hop {
        case .vnet, .peering, .endpoint: return true
        case .gateway, .appliance, .internet, .none: return false
        }
    }
}
