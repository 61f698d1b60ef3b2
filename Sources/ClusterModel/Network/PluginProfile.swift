/// Where nodes get slipway-vnet from.
public struct PluginProfile: ModelObject {
    /// An https URL of the binary that is bundled with this slipway.
    public var url: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<PluginProfile>] = [
        .optional("url", \.url, .honoured, required: true, .httpsURL)
    ]
}
