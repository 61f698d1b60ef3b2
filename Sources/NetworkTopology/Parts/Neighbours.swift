public import Addressing
public import ClusterModel
public import Findings

/// A peered VNet.
public struct Peering: Sendable {
    /// Its name.
    public var name: String
    /// Its ranges.
    public var space: [IPv4Prefix]
    /// Its id; nil where others make the peering.
    public var remoteID: String?
    /// Whether packets that the peer forwards for others are let in.
    public var allowsForwardedTraffic: Bool
    /// Whether the peer may use this VNet's gateway.
    public var allowsGatewayTransit: Bool
    /// Whether this VNet uses the peer's gateway.
    public var usesRemoteGateways: Bool
    /// Networks behind it.
    public var behind: [BehindNetwork]
    /// Where it stands in the model.
    public var path: ModelPath
}

/// A network behind a peered VNet.
public struct BehindNetwork: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its ranges.
    public var space: [IPv4Prefix]
    /// Where it stands in the model.
    public var path: ModelPath
}

/// A network on premises.
public struct Site: Sendable {
    /// Its name.
    public var name: String
    /// Its index in the model.
    public var index: Int
    /// Its ranges.
    public var space: [IPv4Prefix]
    /// What connects it.
    public var connection: SiteConnection
    /// Where it stands in the model.
    public var path: ModelPath
}

/// What connects a site.
public enum SiteConnection: Sendable {
    /// A connection of slipway's VPN gateway.
    case vpn(VPNConnectionProfile)
    /// A connection of slipway's ExpressRoute gateway.
    case expressRoute(ExpressRouteConnectionProfile)
    /// The gateway of the peered VNet at this index.
    case peersGateway(Int)
    /// The gateway that the existing VNet has, which is somebody else's.
    case vnetsGateway
    /// Nothing.
    case none
}

/// The gateways that slipway makes.
public struct Gateways: Sendable {
    /// The VPN gateway.
    public var vpn: VPNGatewayProfile?
    /// The ExpressRoute gateway.
    public var expressRoute: ExpressRouteGatewayProfile?
    /// Index of their subnet, nil where the model declares none.
    public var subnet: Int?

    /// Whether there is any.
    public var exist: Bool { vpn != nil || expressRoute != nil }
}
