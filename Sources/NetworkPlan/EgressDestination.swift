import Catalogue

/// Something outside the virtual network that machines must reach.
public struct EgressDestination: Sendable, Hashable {
    /// Its name; `*` stands for any label.
    public var host: String
    /// The port.
    public var port: Int
    /// What for.
    public var reason: String
    /// Whether only masters need it.
    public var isMastersOnly: Bool
}

extension ClusterPlan {
    /// Everything that machines must reach to become nodes and stay so, in order of use, each once.
    ///
    /// A firewall that opens exactly this, and what the pods' own programs need, is enough. Azure's own addresses
    /// 168.63.129.16 and 169.254.169.254 are not among them: no route leads them past the host.
    public var egressDestinations: [EgressDestination] {
        // A mirror and a bundle stand in for the hosts behind them.
        var list = packages + downloadHosts + registries + ownRegistries + azure
        if kubernetes.openIDConnect != nil {
            list.append(
                EgressDestination(
                    host: "sts.windows.net", port: 443, reason: "keys with which people's tokens are checked",
                    isMastersOnly: true))
        }
        var seen: Set<String> = []
        return list.filter { seen.insert($0.host).inserted }
    }

    private var packages: [EgressDestination] {
        guard linux.updatesOnBootstrap || linux.unattendedUpgrades else { return [] }
        return [("azure.archive.ubuntu.com", 80), ("archive.ubuntu.com", 80), ("security.ubuntu.com", 80)].map
        {
            EgressDestination(
                host: $0, port: $1, reason: "Ubuntu's packages, which are signed", isMastersOnly: false)
        }
    }

    private var downloadHosts: [EgressDestination] {
        if let bundle = provisioning.bundle {
            return [Self.destination(bundle.url, "the bundle, compared with its SHA-256")].compactMap(\.self)
        }
        if let mirror = provisioning.mirror {
            let own = plugin.url.flatMap {
                Self.destination($0, "slipway-vnet, compared with its SHA-256")
            }
            return [Self.destination(mirror, "the mirror of programs and images"), own].compactMap(\.self)
        }
        var list = kubernetes.downloads.compactMap { download in
            Self.host(of: download.url).map { ($0, "\(download.name), compared with its SHA-256") }
        }
        if list.contains(where: { $0.0 == "github.com" }) {
            list += ["objects.githubusercontent.com", "release-assets.githubusercontent.com"].map {
                ($0, "files of GitHub's releases")
            }
        }
        if list.contains(where: { $0.0 == "dl.k8s.io" }) {
            list.append(("cdn.dl.k8s.io", "files of Kubernetes' releases"))
        }
        if let host = plugin.url.flatMap(Self.host) {
            list.append((host, "slipway-vnet, compared with its SHA-256"))
        }
        return list.map { EgressDestination(host: $0, port: 443, reason: $1, isMastersOnly: false) }
    }

    private static func destination(_ url: String, _ reason: String) -> EgressDestination? {
        host(of: url).map {
            EgressDestination(host: $0, port: port(of: url), reason: reason, isMastersOnly: false)
        }
    }

    /// Azure's own registries, where kubelets log in to them.
    private var ownRegistries: [EgressDestination] {
        guard kubernetes.registryIdentity != nil else { return [] }
        return ["*.azurecr.io", "*.blob.core.windows.net"].map {
            EgressDestination(
                host: $0, port: 443, reason: "your own images and their layers", isMastersOnly: false)
        }
    }

    private var registries: [EgressDestination] {
        if let mirror = provisioning.mirror {
            return [Self.destination(mirror, "the mirror of programs and images")].compactMap(\.self)
        }
        // Whoever brings images in a bundle is asked for the others only.
        if provisioning.bundle != nil, !provisioning.images.isEmpty { return [] }
        return [
            ("registry.k8s.io", "images of Kubernetes"), ("*.pkg.dev", "layers of those images"),
            ("*.amazonaws.com", "layers of those images"),
            ("mcr.microsoft.com", "images of the cloud provider"),
            ("*.data.mcr.microsoft.com", "layers of those images"),
        ].map { EgressDestination(host: $0, port: 443, reason: $1, isMastersOnly: false) }
    }

    private var azure: [EgressDestination] {
        let (manager, authority) =
            switch cloud {
            case .publicCloud: ("management.azure.com", "login.microsoftonline.com")
            case .usGovernment: ("management.usgovcloudapi.net", "login.microsoftonline.us")
            case .china: ("management.chinacloudapi.cn", "login.chinacloudapi.cn")
            }
        return [
            EgressDestination(
                host: manager, port: 443, reason: "the cloud provider's calls: load balancers, nodes, disks",
                isMastersOnly: true),
            EgressDestination(
                host: authority, port: 443, reason: "the cloud provider's tokens", isMastersOnly: true),
        ]
    }

    /// The port of an https URL.
    private static func port(of url: String) -> Int {
        let authority = url.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" }
        guard let colon = authority.lastIndex(of: ":") else { return 443 }
        return Int(authority[authority.index(after: colon)...]) ?? 443
    }

    /// The host of an https URL.
    private static func host(of url: String) -> String? {
        guard url.hasPrefix("https://") else { return nil }
        let rest = url.dropFirst("https://".count).prefix { $0 != "/" && $0 != ":" && $0 != "?" }
        return rest.isEmpty ? nil : rest.lowercased()
    }
}
