/// By which way machines get their programs and images.
public struct ProvisioningPlan: Sendable, Hashable {
    /// The proxy to the internet, nil where machines go there themselves.
    public var proxy: ProxyPlan?
    /// The https URL of a mirror without a slash at its end, nil where there is none.
    public var mirror: String?
    /// Registries whose images come from the mirror, sorted; none without one.
    public var mirroredRegistries: [String]
    /// One archive with everything, nil where there is none.
    public var bundle: BundlePlan?
    /// Archives of images that go into a bundle.
    public var images: [ImageArchivePlan]
}

/// A proxy, as the environment of programs names it.
public struct ProxyPlan: Sendable, Hashable {
    /// For https; nil where only http goes by one.
    public var https: String?
    /// For http.
    public var http: String?
    /// Names, suffixes, addresses and ranges that are reached without it, each once.
    public var exceptions: [String]
}

/// One archive with everything.
public struct BundlePlan: Sendable, Hashable {
    /// Where from.
    public var url: String
    /// SHA-256 in lower-case hexadecimal digits.
    public var sha256: String
}

/// An archive of images.
public struct ImageArchivePlan: Sendable, Hashable {
    /// The file's name.
    public var name: String
    /// SHA-256 in lower-case hexadecimal digits.
    public var sha256: String
}
