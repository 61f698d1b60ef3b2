/// The gateways of the VNet: at most one of each kind, both in the subnet `GatewaySubnet`.
public struct GatewaysProfile: ModelObject {
    /// The VPN gateway; its defaults hold where a site has `vpn` and this is not said.
    public var vpn: VPNGatewayProfile?
    /// The ExpressRoute gateway; its defaults hold where a site has `expressRoute` and this is not said.
    public var expressRoute: ExpressRouteGatewayProfile?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<GatewaysProfile>] = [
        .optional("vpn", \.vpn),
        .optional("expressRoute", \.expressRoute),
    ]
}

/// A VPN gateway.
public struct VPNGatewayProfile: ModelObject {
    /// Its size.
    public var sku = VPNGatewaySKU.vpnGw1AZ
    /// Whether it is two machines with an address each that both work.
    public var activeActive = false
    /// Its autonomous system, for sites with BGP.
    public var asn = 65_515

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<VPNGatewayProfile>] = [
        .defaulted("sku", \.sku),
        .defaulted("activeActive", \.activeActive),
        .defaulted("asn", \.asn, .honoured, .within(1...4_294_967_294)),
    ]
}

/// Sizes of VPN gateways that can still be made.
///
/// Source: Microsoft Learn, "About gateway SKUs" (2025-06): only the AZ ones.
public enum VPNGatewaySKU: String, ModelEnum {
    case vpnGw1AZ = "VpnGw1AZ"
    case vpnGw2AZ = "VpnGw2AZ"
    case vpnGw3AZ = "VpnGw3AZ"
    case vpnGw4AZ = "VpnGw4AZ"
    case vpnGw5AZ = "VpnGw5AZ"
}

/// An ExpressRoute gateway.
public struct ExpressRouteGatewayProfile: ModelObject {
    /// Its size.
    public var sku = ExpressRouteGatewaySKU.erGw1AZ

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ExpressRouteGatewayProfile>] = [.defaulted("sku", \.sku)]
}

/// Sizes of ExpressRoute gateways.
public enum ExpressRouteGatewaySKU: String, ModelEnum {
    case standard = "Standard"
    case highPerformance = "HighPerformance"
    case ultraPerformance = "UltraPerformance"
    case erGw1AZ = "ErGw1AZ"
    case erGw2AZ = "ErGw2AZ"
    case erGw3AZ = "ErGw3AZ"

    /// Circuits that one gateway takes.
    ///
    /// Source: Microsoft Learn, "About ExpressRoute virtual network gateways": gateway SKUs.
    public var circuits: Int {
        switch self {
        case .standard, .erGw1AZ: 4
        case .highPerformance, .erGw2AZ: 8
        case .ultraPerformance, .erGw3AZ: 16
        }
    }
}
