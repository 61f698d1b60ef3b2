public import Addressing
public import ClusterModel

/// A gateway of the VNet that slipway makes.
public struct GatewayPlan: Sendable {
    /// What it connects by.
    public enum Kind: Sendable {
        /// Site-to-site VPN.
        case vpn(VPNGatewayProfile, hasBGP: Bool)
        /// ExpressRoute.
        case expressRoute(ExpressRouteGatewayProfile)
    }

    /// Its name.
    public var name: String
    /// What it connects by.
    public var kind: Kind
    /// Names of its public addresses: two where both of its machines work.
    public var publicIPNames: [String]
    /// Its connections.
    public var connections: [ConnectionPlan]
}

/// A connection to a site.
public struct ConnectionPlan: Sendable {
    /// What is at the other end.
    public enum Target: Sendable {
        /// A VPN device.
        case device(VPNConnectionProfile, localGatewayName: String)
        /// A circuit, by id.
        case circuit(id: String)
    }

    /// Its name.
    public var name: String
    /// The site's ranges.
    public var space: [IPv4Prefix]
    /// What is at the other end.
    public var target: Target
    /// The secure parameter with its key, nil for a circuit that needs none.
    public var key: ConnectionKeyPlan?
}

/// The key of a connection.
public struct ConnectionKeyPlan: Sendable {
    /// The secure parameter's name.
    public var parameter: String
    /// Where it comes from.
    public var source: SecretSource
    /// The site's name.
    public var site: String
}
