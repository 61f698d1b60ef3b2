/// A peered VNet.
public struct PeeringProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Its address space: prefixes, as written.
    public var addressSpace: [String] = []
    /// Its id, also of another subscription; without it the peering is only declared, and others make both halves.
    public var remoteVnetID: String?
    /// Whether packets that the peer forwards for others are let in: an appliance there needs it.
    public var allowForwardedTraffic = true
    /// Whether the peer may use this VNet's gateway.
    public var allowGatewayTransit = false
    /// Whether this VNet uses the peer's gateway.
    public var useRemoteGateways = false
    /// Networks behind the peer: a peering itself does not reach them.
    public var behind: [NeighbourProfile] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<PeeringProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .list("addressSpace", \.addressSpace),
        .optional("remoteVnetID", \.remoteVnetID),
        .defaulted("allowForwardedTraffic", \.allowForwardedTraffic),
        .defaulted("allowGatewayTransit", \.allowGatewayTransit),
        .defaulted("useRemoteGateways", \.useRemoteGateways),
        .list("behind", \.behind),
    ]
}

/// A network of somebody else's that is known by its ranges.
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
