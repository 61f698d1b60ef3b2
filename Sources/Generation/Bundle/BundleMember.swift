public import NetworkPlan

/// A file of a bundle: its checksum is known before anybody has it.
public struct BundleMember: Sendable, Hashable {
    /// Its path in the archive.
    public var path: String
    /// Where it comes from: an https URL, or nil for what people bring (images, and slipway-vnet).
    public var url: String?
    /// SHA-256 in lower-case hexadecimal digits.
    public var sha256: String

    /// slipway-vnet's path in the archive.
    static let plugin = "downloads/slipway-vnet"

    /// Where it may stand below a folder, in the order of the search: as a mirror has it, by its name, by the URL's last part.
    var candidates: [String] {
        let name = String(path.split(separator: "/").last ?? "")
        guard let url else { return [path, name] }
        let below = url.hasPrefix("https://") ? [String(url.dropFirst("https://".count))] : []
        let last = url.split(separator: "/").last.map { [String($0)] } ?? []
        return below + [path, name] + last
    }

    /// All files of the bundle of `plan`, in order of path.
    public static func all(of plan: ClusterPlan) -> [BundleMember] {
        var members = plan.kubernetes.downloads.map {
            BundleMember(path: "downloads/\($0.name)", url: $0.url, sha256: $0.sha256)
        }
        if let sum = plan.plugin.sha256 {
            members.append(BundleMember(path: plugin, url: plan.plugin.url, sha256: sum))
        }
        members += plan.provisioning.images.map {
            BundleMember(path: "images/\($0.name)", url: nil, sha256: $0.sha256)
        }
        return members.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
