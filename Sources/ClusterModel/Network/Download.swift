/// slipway's own: where nodes get a program from, for those whose checksum the versions table does not have, and for
/// mirrors.
public struct Download: ModelObject {
    /// The program's name in the versions table, such as `kubelet`.
    public var name: String?
    /// An https URL.
    public var url: String?
    /// The SHA-256 of what the URL gives, in hexadecimal digits.
    public var sha256: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<Download>] = [
        .optional("name", \.name, required: true),
        .optional("url", \.url, .honoured, required: false, .httpsURL),
        .optional("sha256", \.sha256, .honoured, required: true, .sha256),
    ]
}
