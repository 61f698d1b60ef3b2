/// A version of Kubernetes that can be installed.
public struct KubernetesVersion: Sendable, Hashable {
    /// `1.N.P`.
    public let version: String
    /// What nodes download for it.
    public internal(set) var downloads: [KubernetesDownload]

    /// `1.N`.
    public var release: String {
        let end = version.utf8.lastIndex(of: UInt8(ascii: ".")) ?? version.endIndex
        return String(version[..<end])
    }
}

/// A program that nodes download.
public struct KubernetesDownload: Sendable, Hashable {
    /// Its name, such as `kubelet`.
    public let name: String
    /// Where from.
    public let url: String
    /// SHA-256 in lower-case hexadecimal digits, nil where it could not be learnt: then the model must say it.
    public let sha256: String?
}

/// All versions that can be installed: `apimodels/kubernetes-downloads.tsv`, whose last column names each row's source.
public struct KubernetesVersions: Sendable {
    /// The release that a model gets that says nothing.
    public static let standardRelease = "1.35"

    /// The versions, oldest first.
    public let all: [KubernetesVersion]

    /// The versions in the table `bytes`.
    public init(_ bytes: [UInt8]) {
        let rows = TabSeparated.rows(bytes, columns: ["version", "program", "url", "sha256"]) { cells in
            (
                cells[0],
                KubernetesDownload(
                    name: cells[1], url: cells[2],
                    sha256: cells[3] == "-" ? nil : cells[3])
            )
        }
        var versions: [KubernetesVersion] = []
        for (version, download) in rows {
            if versions.last?.version != version {
                versions.append(KubernetesVersion(version: version, downloads: []))
            }
            versions[versions.count - 1].downloads.append(download)
        }
        all = versions
    }

    /// The version `1.N.P`.
    public subscript(version: String) -> KubernetesVersion? { all.first { $0.version == version } }
    /// The newest of release `1.N`.
    public func newest(of release: String) -> KubernetesVersion? { all.last { $0.release == release } }
    /// The newest of the standard release.
    public var standard: KubernetesVersion? { newest(of: Self.standardRelease) }
}
