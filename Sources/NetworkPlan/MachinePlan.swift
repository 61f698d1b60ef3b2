public import ClusterModel

/// What a machine is made of; masters, pools and the jumpbox have one.
public struct MachinePlan: Sendable {
    /// The size, in Azure's spelling.
    public var vmSize: String
    /// The system image.
    public var image: ImagePlan
    /// The system disk in GB, nil for the image's.
    public var osDiskSizeGB: Int?
    /// How Azure caches the system disk.
    public var osDiskCaching: DiskCaching
    /// Whether the system disk is the host's own, gone with the machine.
    public var hasEphemeralOSDisk: Bool
    /// The kind of managed disks the size allows: `Premium_LRS` or `StandardSSD_LRS`.
    public var diskSKU: String
    /// Whether packets bypass the host.
    public var acceleratedNetworking: Bool
    /// The proximity placement group's id.
    public var proximityPlacementGroupID: String?
    /// Whether ultra disks can be attached.
    public var ultraSSDEnabled: Bool
    /// Whether the host encrypts what it caches.
    public var encryptionAtHost: Bool
    /// Tags beside the cluster's.
    public var tags: StringMap
    /// Kernel settings beside slipway's.
    public var sysctls: StringMap
    /// What kubelet keeps back from pods.
    public var reserved: ReservedPlan
}

/// What a node keeps for Kubernetes' own programs.
public struct ReservedPlan: Sendable, Hashable {
    /// Thousandths of a processor.
    public var milliCPU: Int
    /// Memory in MiB.
    public var memoryMiB: Int

    /// For a machine of `vCPUs` and `memoryGiB` with at most `pods`.
    ///
    /// Source: Microsoft Learn, "Resource reservations in Azure Kubernetes Service": processors by a table, memory 20 MB a
    /// pod and 50 MB, a quarter of the machine's at most.
    public init(vCPUs: Int, memoryGiB: Double, pods: Int) {
        let steps = [60, 40, 20, 20]
        milliCPU = steps.prefix(vCPUs).reduce(0, +) + max(0, vCPUs - steps.count) * 10
        memoryMiB = min(20 * pods + 50, Int(memoryGiB * 1024) / 4)
    }
}

/// A system image.
public enum ImagePlan: Sendable, Hashable {
    /// An image of the marketplace.
    case marketplace(publisher: String, offer: String, sku: String, version: String)
    /// An image resource, managed or of a gallery, by id. `subscription` nil means the deployment's.
    case custom(ImageID)

    /// The parts of an image's id.
    public struct ImageID: Sendable, Hashable {
        /// The subscription, nil for the deployment's.
        public var subscription: String?
        /// The resource group.
        public var resourceGroup: String
        /// The gallery, nil for a managed image.
        public var gallery: String?
        /// The image's name.
        public var name: String
        /// The version in a gallery, nil for the newest.
        public var version: String?
    }
}

/// The addresses of a machine's one network interface.
public struct NICPlan: Sendable, Hashable {
    /// Index of the subnet in the layout.
    public var subnet: Int
    /// ipConfigurations: the primary one, for the machine, and the others, for pods.
    public var ipConfigurations: Int
    /// Pods that kubelet takes.
    public var maxPods: Int
}
