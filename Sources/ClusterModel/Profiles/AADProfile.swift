/// People's log-in by Microsoft Entra ID.
public struct AADProfile: ModelObject {
    /// The application of `kubectl`.
    public var clientAppID: String?
    /// The application of the API server.
    public var serverAppID: String?
    /// The tenant; the subscription's when absent.
    public var tenantID: String?
    /// The group whose members may do everything.
    public var adminGroupID: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<AADProfile>] = [
        .optional("clientAppID", \.clientAppID, .honoured, required: true, .guid),
        .optional("serverAppID", \.serverAppID, .honoured, required: true, .guid),
        .optional("tenantID", \.tenantID, .honoured, required: false, .guid),
        .optional("adminGroupID", \.adminGroupID, .honoured, required: false, .guid),
    ]
}

/// Switches of aks-engine.
public struct FeatureFlags: ModelObject {
    /// Whether nodes are kept from the internet by a network security group.
    public var blockOutboundInternet = false

    /// One that says nothing.
    public init() {}

    private static let noIPv6 = "slipway makes IPv4 clusters only"

    /// The keys.
    public static let keys: [ModelKey<FeatureFlags>] = [
        .defaulted("blockOutboundInternet", \.blockOutboundInternet),
        .known(
            "enableCSERunInBackground", Bool.self,
            .ignored(.said, because: "the extension waits for the node")),
        .known("enableTelemetry", Bool.self, .ignored(.said, because: "slipway sends no telemetry")),
        .known("enableWinDSR", Bool.self, .ignored(.said, because: "there are no Windows pools")),
        .known("enableIPv6DualStack", Bool.self, .refused(.said, ModelRule.notSupported, because: noIPv6)),
        .known("enableIPv6Only", Bool.self, .refused(.said, ModelRule.notSupported, because: noIPv6)),
    ]
}
