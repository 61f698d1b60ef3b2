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
