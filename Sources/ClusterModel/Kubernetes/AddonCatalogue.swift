/// The add-ons that slipway has.
public enum AddonCatalogue {
    /// One of them.
    public struct Entry: Sendable, Hashable {
        /// Its name in the model.
        public let name: String
        /// Whether a cluster has it that says nothing.
        public let isStandard: Bool
    }

    /// The disk CSI driver, and the StorageClass `managed-csi`.
    public static let diskDriver = "azuredisk-csi-driver"
    /// The key of the disk driver's settings for the kind of disk.
    public static let diskSKU = "skuName"
    /// Kinds of disks that a StorageClass can name, the default first.
    ///
    /// Source: azuredisk-csi-driver, docs/driver-parameters.md.
    public static let diskSKUs = [
        "StandardSSD_LRS", "Premium_LRS", "Standard_LRS", "StandardSSD_ZRS", "Premium_ZRS",
    ]

    /// The credential provider, with which kubelets pull from Azure's registries.
    public static let registryLogIn = "acr-credential-provider"
    /// The key of its settings for the identity with which they pull.
    public static let registryIdentity = "identityID"

    /// All of them.
    public static let all = [
        Entry(name: "coredns", isStandard: true), Entry(name: "kube-proxy", isStandard: true),
        Entry(name: "metrics-server", isStandard: true), Entry(name: diskDriver, isStandard: false),
        Entry(name: registryLogIn, isStandard: false),
    ]
}
