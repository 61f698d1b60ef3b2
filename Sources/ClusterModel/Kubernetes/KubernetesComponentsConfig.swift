/// The part of `kubernetesConfig` about programs and their flags.
public struct KubernetesComponentsConfig: ModelObject {
    /// kubelet's flags.
    public var kubeletConfig = StringMap()
    /// kube-apiserver's flags.
    public var apiServerConfig = StringMap()
    /// kube-controller-manager's flags.
    public var controllerManagerConfig = StringMap()
    /// kube-scheduler's flags.
    public var schedulerConfig = StringMap()
    /// cloud-controller-manager's flags.
    public var cloudControllerManagerConfig = StringMap()
    /// containerd's settings.
    public var containerRuntimeConfig = ContainerRuntimeConfig()
    /// The demanded version of etcd.
    public var etcdVersion: String?
    /// The masters' data disk in GB, a text; by the number of nodes when absent.
    public var etcdDiskSizeGB: String?
    /// etcd's quota in GB.
    public var etcdStorageLimitGB = 2
    /// Percent of the image disk at which kubelet begins to remove images.
    public var gcHighThreshold = 85
    /// Percent at which it stops.
    public var gcLowThreshold = 80
    /// Add-ons.
    public var addons: [Addon] = []

    /// One that says nothing.
    public init() {}

    private static let pinned = "versions are pinned with checksums"
    private static let images = "images come from the versions table"
    private static let windows = "there are no Windows pools"

    /// The keys.
    public static let keys: [ModelKey<KubernetesComponentsConfig>] =
        [
            .map("kubeletConfig", \.kubeletConfig),
            .map("apiServerConfig", \.apiServerConfig),
            .map("controllerManagerConfig", \.controllerManagerConfig),
            .map("schedulerConfig", \.schedulerConfig),
            .map("cloudControllerManagerConfig", \.cloudControllerManagerConfig),
            /// The old tools' choice of a runtime; nodes have containerd whatever it says.
            .known("containerRuntime", ContainerRuntime.self, .honoured),
            .defaulted("containerRuntimeConfig", \.containerRuntimeConfig),
            .optional("etcdVersion", \.etcdVersion),
            .optional("etcdDiskSizeGB", \.etcdDiskSizeGB, .honoured, required: false, .diskSizeText),
            .defaulted("etcdStorageLimitGB", \.etcdStorageLimitGB, .honoured, .within(2...100)),
            .defaulted("gcHighThreshold", \.gcHighThreshold, .honoured, .within(0...100)),
            .defaulted("gcLowThreshold", \.gcLowThreshold, .honoured, .within(0...100)),
            .list("addons", \.addons),
            .known(
                "components", [OpaqueObject].self,
                .ignored(.said, because: "components are kubeadm's; use the Config maps for their flags")),
            .known(
                "kubeReservedCgroup", String.self,
                .ignored(.said, because: "kubelet uses its default cgroups")),
        ]
        + [
            "containerdVersion", "mobyVersion", "dockerEngineVersion", "linuxContainerdURL", "linuxMobyURL",
            "linuxRuncURL", "microsoftAptRepositoryURL",
        ].map { .known($0, String.self, .ignored(.said, because: pinned)) }
        + [
            "kubernetesImageBase", "kubernetesImageBaseType", "mcrKubernetesImageBase",
            "customHyperkubeImage",
            "customKubeAPIServerImage", "customKubeControllerManagerImage", "customKubeProxyImage",
            "customKubeSchedulerImage", "customKubeBinaryURL", "privateAzureRegistryServer",
        ].map { .known($0, String.self, .ignored(.said, because: images)) }
        + [
            "customWindowsPackageURL", "windowsNodeBinariesURL", "windowsContainerdURL",
            "windowsSdnPluginURL",
        ].map { .known($0, String.self, .ignored(.said, because: windows)) }
}

/// The container runtimes that the old tools know.
enum ContainerRuntime: String, ModelEnum {
    case docker, containerd
    case clearContainers = "clear-containers"
    case kataContainers = "kata-containers"
}

/// containerd's settings.
public struct ContainerRuntimeConfig: ModelObject {
    /// Where containerd keeps images and containers, an absolute path.
    public var dataDir: String?

    /// One that says nothing.
    public init() {}

    /// The keys.
    public static let keys: [ModelKey<ContainerRuntimeConfig>] = [
        .optional("dataDir", \.dataDir, .honoured, required: false, .absolutePath)
    ]
}

extension Constraint<String> {
    /// A whole number of gigabytes in quotes, as the old tools want it.
    static var diskSizeText: Constraint {
        .form("a whole number of GB in quotes, such as \"256\"", pattern: "^[1-9][0-9]{0,4}$") { text in
            Int(text).map { (1...32767).contains($0) && "\($0)" == text } ?? false
        }
    }

    /// A path from the root, of letters, digits and `._-/`, without `..`.
    static var absolutePath: Constraint {
        .form(
            "an absolute path of letters, digits and ._-/",
            pattern: "^(?!.*/\\.\\.(/|$))/[A-Za-z0-9._/-]{0,254}$"
        ) { path in
            path.hasPrefix("/") && path.utf8.count <= 255
                && path.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                        UInt8(ascii: "-"), UInt8(ascii: "/"):
                        true
                    default: false
                    }
                }
                && !path.split(separator: "/").contains("..")
        }
    }
}
