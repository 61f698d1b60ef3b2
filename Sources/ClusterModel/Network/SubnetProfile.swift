/// A subnet of the VNet.
public struct SubnetProfile: ModelObject {
    /// Its name.
    public var name: String?
    /// Its prefix, as written.
    public var addressPrefix: String?
    /// Addresses that others hold, as written.
    public var inUse: [String] = []
    /// Rules for what enters and leaves it, beside those that slipway writes.
    public var securityRules: [SecurityRuleProfile] = []

    /// One that says nothing.
    public init() {}

    /// The name that Azure demands of a gateway's subnet.
    public static let gatewayName = "GatewaySubnet"

    /// The keys.
    public static let keys: [ModelKey<SubnetProfile>] = [
        .optional("name", \.name, .honoured, required: true, .resourceName),
        .optional("addressPrefix", \.addressPrefix),
        .list("inUse", \.inUse),
        .list("securityRules", \.securityRules),
        .known(
            "delegations", [OpaqueObject].self,
            .refused(
                .said, ModelRule.notSupported,
                because:
                    "a delegated subnet belongs to the service that it is delegated to and takes no machines")
        ),
    ]
}
