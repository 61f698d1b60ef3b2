public import ClusterModel

/// Kubernetes, its programs and its settings.
public struct KubernetesPlan: Sendable {
    /// The exact version, such as `1.35.2`.
    public var version: String
    /// How kube-proxy works.
    public var kubeProxyMode: KubeProxyMode
    /// The API server's flags, without those that slipway sets itself.
    public var apiServerFlags: [CommandFlag]
    /// The controller manager's flags.
    public var controllerManagerFlags: [CommandFlag]
    /// The scheduler's flags.
    public var schedulerFlags: [CommandFlag]
    /// The cloud controller manager's flags.
    public var cloudControllerManagerFlags: [CommandFlag]
    /// Whether secrets are encrypted in etcd.
    public var encryptsSecrets: Bool
    /// The key for that, where the model gives it: base64; it goes to the secure parameters.
    public var encryptionKey: Secret?
    /// Whether that key has fewer bytes than new ones.
    public var hasShortEncryptionKey: Bool {
        encryptionKey.map { $0.revealed.utf8.filter { $0 != UInt8(ascii: "=") }.count * 3 / 4 < 32 } ?? false
    }
    /// etcd's quota in GB.
    public var etcdStorageLimitGB: Int
    /// Percent of the image disk at which kubelet begins to remove images.
    public var imageGCHighThreshold: Int
    /// Percent at which it stops.
    public var imageGCLowThreshold: Int
    /// Where containerd keeps its data, nil for its default.
    public var containerdDataDir: String?
    /// The add-ons that slipway has, whether and how, and those of the user's that bring a manifest.
    public var addons: [AddonPlan]
    /// People's log-in by Microsoft Entra ID.
    public var openIDConnect: OpenIDConnectPlan?
    /// The cloud provider's settings.
    public var cloudProvider: CloudProviderPlan
    /// Programs that nodes download, each with its checksum.
    public var downloads: [DownloadPlan]
    /// Images of what runs in every cluster.
    public var images: ImagesPlan
    /// The id of the identity with which machines pull from Azure's registries, nil where they do not.
    public var registryIdentity: String?
}

/// Images of what runs in every cluster beside Kubernetes' own.
public struct ImagesPlan: Sendable, Hashable {
    /// Azure's part of the control plane.
    public var cloudControllerManager: String
    /// Azure's part on every node.
    public var cloudNodeManager: String
    /// What `kubectl top` reads.
    public var metricsServer: String
    /// What holds the namespaces of every pod.
    public var pause: String
    /// The disk driver's.
    public var diskDriver: DiskDriverImages
}

/// Images of the disk CSI driver and of the programs beside it.
public struct DiskDriverImages: Sendable, Hashable {
    /// The driver itself.
    public var driver: String
    /// Makes volumes for claims.
    public var provisioner: String
    /// Attaches volumes to nodes.
    public var attacher: String
    /// Makes volumes larger.
    public var resizer: String
    /// Asks the driver whether it is well.
    public var livenessProbe: String
    /// Tells kubelet of the driver.
    public var nodeDriverRegistrar: String

    /// All of them.
    var all: [String] { [driver, provisioner, attacher, resizer, livenessProbe, nodeDriverRegistrar] }
}

/// An add-on.
public struct AddonPlan: Sendable, Hashable {
    /// Its name, such as `coredns`: letters of a DNS label.
    public var name: String
    /// Whether it is installed.
    public var isEnabled: Bool
    /// Whether it is put back when somebody changes it.
    public var reconciles: Bool
    /// Images and resources that the model sets.
    public var containers: [AddonContainerPlan]
    /// Settings of its own.
    public var settings: StringMap
    /// A manifest of the user's in its place.
    public var manifest: [UInt8]?
}

/// Image and resources of a container of an add-on, nil where the add-on's own hold.
public struct AddonContainerPlan: Sendable, Hashable {
    /// The container's name.
    public var name: String
    /// Its image.
    public var image: String?
    /// Requested CPU.
    public var cpuRequests: String?
    /// Requested memory.
    public var memoryRequests: String?
    /// Most CPU.
    public var cpuLimits: String?
    /// Most memory.
    public var memoryLimits: String?
}

/// A program that nodes download.
public struct DownloadPlan: Sendable, Hashable {
    /// Its name, such as `kubelet`.
    public var name: String
    /// Where from.
    public var url: String
    /// SHA-256 in lower-case hexadecimal digits.
    public var sha256: String
}

/// People's log-in by Microsoft Entra ID.
public struct OpenIDConnectPlan: Sendable, Hashable {
    /// The API server's application, which is the token's audience.
    public var serverAppID: String
    /// kubectl's application.
    public var clientAppID: String
    /// The tenant; nil for the subscription's.
    public var tenantID: String?
    /// The group whose members may do everything.
    public var adminGroupID: String?
}

/// The cloud provider's settings: `azure.json`.
public struct CloudProviderPlan: Sendable {
    /// How it retries and how fast it asks.
    public var calls: CloudProviderConfig
    /// Rules after which it stops adding to a load balancer.
    public var maximumLoadBalancerRuleCount: Int
    /// Whether services' load balancers do no outbound translation.
    public var disableOutboundSNAT: Bool
    /// Whether it may use several load balancers.
    public var multipleStandardLoadBalancers: Bool
    /// Tags for what it makes, `name=value,…`.
    public var tags: String?
    /// Whether it asks the instance metadata service.
    public var useInstanceMetadata: Bool
    /// `vmss` where a pool is a scale set, else `standard`.
    public var vmType: String
}

/// Where nodes get slipway-vnet from.
public struct PluginPlan: Sendable, Hashable {
    /// The URL that the model names, nil for a template parameter that the deployment fills in.
    public var url: String?
    /// SHA-256 of the binary bundled with this slipway, nil where none is bundled.
    public var sha256: String?
}

/// Settings of the machines' Linux.
public struct LinuxPlan: Sendable, Hashable {
    /// A search domain of name resolution.
    public var searchDomain: String?
    /// A DNS server in Azure's place.
    public var dnsServer: String?
    /// Whether machines install updates before they become nodes.
    public var updatesOnBootstrap: Bool
    /// Whether machines install updates by themselves.
    public var unattendedUpgrades: Bool
    /// Largest packet of eth0, in bytes.
    public var mtu: Int
}
