/// slipway's own: by which way machines get their programs and images where the internet is not simply there.
public struct ProvisioningProfile: ModelObject {
    /// The proxy for https, `http://HOST:PORT`.
    public var httpsProxy: ProxyURL?
    /// The proxy for http, which only Ubuntu's packages use; the one for https when absent.
    public var httpProxy: ProxyURL?
    /// Names, suffixes, addresses and ranges that are reached without the proxy, beside those that slipway adds.
    public var noProxy: [String] = []
    /// An https URL below which programs and images lie, by the host that they come from.
    public var mirror: String?
    /// One archive with everything.
    public var bundle: Bundle?
    /// Archives of images that go into the bundle.
    public var images: [ImageArchive] = []

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ProvisioningProfile>] = [
        .optional("httpsProxy", \.httpsProxy, .honoured, required: false, .proxyForm),
        .optional("httpProxy", \.httpProxy, .honoured, required: false, .proxyForm),
        .list("noProxy", \.noProxy),
        .optional("mirror", \.mirror, .honoured, required: false, .httpsURL),
        .optional("bundle", \.bundle),
        .list("images", \.images),
    ]
}

/// One archive with every program and image that machines need; `slipway bundle` makes it.
public struct Bundle: ModelObject {
    /// An https URL.
    public var url: String?
    /// Its SHA-256 in hexadecimal digits.
    public var sha256: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<Bundle>] = [
        .optional("url", \.url, .honoured, required: true, .httpsURL),
        .optional("sha256", \.sha256, .honoured, required: true, .sha256),
    ]
}

/// An archive of images as `ctr images export` and `docker save` write it.
public struct ImageArchive: ModelObject {
    /// The file's name.
    public var name: String?
    /// Its SHA-256 in hexadecimal digits.
    public var sha256: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ImageArchive>] = [
        .optional(
            "name", \.name, .honoured, required: true,
            .form(
                "a file's name of at most 90 letters, digits, ._- that ends with .tar",
                pattern: #"^[0-9A-Za-z_-][0-9A-Za-z._-]{0,85}\.tar$"#
            ) { text in
                text.hasSuffix(".tar") && !text.hasPrefix(".") && (5...90).contains(text.utf8.count)
                    && text.utf8.allSatisfy {
                        $0.isASCIILetter || $0.isASCIIDigit || "._-".utf8.contains($0)
                    }
            }),
        .optional("sha256", \.sha256, .honoured, required: true, .sha256),
    ]
}
