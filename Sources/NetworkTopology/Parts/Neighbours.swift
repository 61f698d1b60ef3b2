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
    /// The ranges to which a tunnel of slipway's has routes, with where they stand in the model.
    public var tunnelled: [(prefix: IPv4Prefix, path: ModelPath)]
    /// Where it stands in the model.
    public var path: ModelPath

    /// By which of slipway's gateways packets between the VNet and `address` at the site go: the longest prefix, and of
    /// equal ones ExpressRoute; nil where none of both connects the site.
    ///
    /// Source: Microsoft Learn, "Configure ExpressRoute and S2S coexisting connections".
    public func gateway(to address: IPv4Address) -> GatewayKind? {
        switch connection {
        case .vpn: return .vpn
        case .expressRoute: return .expressRoute
        case .both:
            let ranges = space.filter { $0.contains(address) }.map(\.length)
            let tunnels = tunnelled.filter { $0.prefix.contains(address) }.map(\.prefix.length)
            return (tunnels.max() ?? -1) > (ranges.max() ?? -1) ? .vpn : .expressRoute
        case .peersGateway, .vnetsGateway, .none: return nil
        }
    }
}

/// The kinds of gateways.
public enum GatewayKind: String, Sendable, Hashable, CaseIterable {
    /// Site-to-site VPN.
    case vpn = "VPN"
    /// ExpressRoute.
    case expressRoute = "ExpressRoute"
}

/// What connects a site.
public enum SiteConnection: Sendable {
    /// A connection of slipway's VPN gateway.
    case vpn(VPNConnectionProfile)
    /// A connection of slipway's ExpressRoute gateway.
    case expressRoute(ExpressRouteConnectionProfile)
    /// A connection of each: the tunnel stands by for the circuit.
    case both(ExpressRouteConnectionProfile, VPNConnectionProfile)
    /// The gateway of the peered VNet at this index.
    case peersGateway(Int)
    /// The gateway that the existing VNet has, which is somebody else's.
    case vnetsGateway
    /// Nothing.
    case none

    /// The tunnel of slipway's VPN gateway, if there is one.
    public var vpn: VPNConnectionProfile? {
        switch self {
        case .vpn(let device), .both(_, let device): device
        case .expressRoute, .peersGateway, .vnetsGateway, .none: nil
        }
    }

    /// The circuit of slipway's ExpressRoute gateway, if there is one.
    public var expressRoute: ExpressRouteConnectionProfile? {
        switch self {
        case .expressRoute(let circuit), .both(let circuit, _): circuit
        case .vpn, .peersGateway, .vnetsGateway, .none: nil
        }
    }

    /// What remains when every connection of that kind is down.
    func losing(_ kind: GatewayKind) -> SiteConnection {
        switch (self, kind) {
        case (.both(_, let device), .expressRoute): .vpn(device)
        case (.both(let circuit, _), .vpn): .expressRoute(circuit)
        case (.vpn, .vpn), (.expressRoute, .expressRoute): .none
        default: self
        }
    }
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
