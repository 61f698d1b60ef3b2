/// A network on premises.
public struct SiteProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Its address space: prefixes, as written.
    public var addressSpace: [String] = []
    /// Its VPN device, where slipway connects it by site-to-site VPN; beside a circuit the tunnel stands by for it.
    public var vpn: VPNConnectionProfile?
    /// Its circuit, where slipway connects it by ExpressRoute.
    public var expressRoute: ExpressRouteConnectionProfile?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<SiteProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .list("addressSpace", \.addressSpace),
        .optional("vpn", \.vpn),
        .optional("expressRoute", \.expressRoute),
    ]
}

/// A site's end of a site-to-site VPN.
public struct VPNConnectionProfile: ModelObject {
    /// The public address of the site's device, as written.
    public var deviceAddress: String?
    /// The site's ranges to which the tunnel has routes; all of them when empty.
    public var addressPrefixes: [String] = []
    /// The key that both ends know; only by `--set`, a Key Vault or the deployment, never in the file.
    public var sharedKey: Secret?
    /// Where Key Vault has that key.
    public var sharedKeySecretRef: KeyVaultSecretReference?
    /// The device's BGP speaker; static routes of `addressSpace` without it.
    public var bgp: BGPPeerProfile?
    /// Algorithms that both ends must take; Azure's list without it.
    public var ipsecPolicy: IPsecPolicyProfile?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<VPNConnectionProfile>] = [
        .optional("deviceAddress", \.deviceAddress, required: true),
        .list("addressPrefixes", \.addressPrefixes),
        .secret("sharedKey", \.sharedKey),
        .optional("sharedKeySecretRef", \.sharedKeySecretRef),
        .optional("bgp", \.bgp),
        .optional("ipsecPolicy", \.ipsecPolicy),
    ]
}

/// A BGP speaker.
public struct BGPPeerProfile: ModelObject {
    /// Its autonomous system.
    public var asn: Int?
    /// Its address, as written.
    public var address: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<BGPPeerProfile>] = [
        .optional("asn", \.asn, .honoured, required: true, .within(1...4_294_967_294)),
        .optional("address", \.address, required: true),
    ]
}

/// A site's ExpressRoute circuit.
public struct ExpressRouteConnectionProfile: ModelObject {
    /// The circuit's id.
    public var circuitID: String?
    /// The key with which its owner lets another subscription use it; only by `--set`, a Key Vault or the deployment.
    public var authorizationKey: Secret?
    /// Where Key Vault has that key.
    public var authorizationKeySecretRef: KeyVaultSecretReference?
    /// Whether the circuit is another subscription's, so that a key is needed.
    public var needsAuthorization = false

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ExpressRouteConnectionProfile>] = [
        .optional("circuitID", \.circuitID, required: true),
        .defaulted("needsAuthorization", \.needsAuthorization),
        .secret("authorizationKey", \.authorizationKey),
        .optional("authorizationKeySecretRef", \.authorizationKeySecretRef),
    ]
}
