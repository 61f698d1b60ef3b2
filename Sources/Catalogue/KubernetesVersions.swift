/// A version of Kubernetes that can be installed.
public struct KubernetesVersion: Sendable, Hashable {
    /// `1.N.P`.
    public let version: String
    /// `1.N`.
    public let release: String
    /// What nodes download for it.
    public let downloads: [KubernetesDownload]
}

/// A program that nodes download.
public struct KubernetesDownload: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Where from.
    public let url: String
    /// SHA-256, nil where it could not be learnt: then the model must say it.
    public let sha256: String?
}

/// All versions that can be installed.
public struct KubernetesVersions: Sendable {
    /// The versions, newest last.
    public let all: [KubernetesVersion]
    /// The release that a model gets that says nothing.
    public let standardRelease: String

    /// These versions.
    public init(all: [KubernetesVersion], standardRelease: String) {
        self.all = all
        self.standardRelease = standardRelease
    }

    /// The version `1.N.P`.
    public subscript(version: String) -> KubernetesVersion? { all.first { $0.version == version } }
    /// The newest of release `1.N`.
    public func newest(of release: String) -> KubernetesVersion? { all.last { $0.release == release } }
    /// The newest of the standard release.
    public var standard: KubernetesVersion? { newest(of: standardRelease) }
}
