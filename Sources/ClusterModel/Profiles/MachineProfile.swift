/// What masters and pools have in common: the machines, their disks and their subnet.
public struct MachineProfile: ModelObject {
    /// The size, such as `Standard_D4s_v5`.
    public var vmSize: String?
    /// The system disk in GB; the image's when absent.
    public var osDiskSizeGB: Int?
    /// How Azure caches the system disk.
    public var osDiskCachingType = DiskCaching.readWrite
    /// An existing subnet's id.
    public var vnetSubnetID: String?
    /// slipway's own: the prefix of a subnet that slipway makes.
    public var subnet: String?
    /// Addresses of a machine: one for itself, the others for pods.
    public var ipAddressCount: Int?
    /// What holds the system disk.
    public var storageProfile = StorageProfile.managedDisks
    /// How machines are kept apart.
    public var availabilityProfile: AvailabilityProfile?
    /// Zones over which machines are spread.
    public var availabilityZones: [String] = []
    /// The distribution, as written.
    public var distro: String?
    /// An image of the user's.
    public var imageReference: ImageReference?
    /// Settings of Kubernetes on these machines.
    public var kubernetesConfig = ProfileKubernetesConfig()
    /// Fault domains of the availability set or scale set.
    public var platformFaultDomainCount: Int?
    /// Update domains of the availability set.
    public var platformUpdateDomainCount: Int?
    /// Whether a scale set stays in one placement group.
    public var singlePlacementGroup: Bool?
    /// Tags of these machines.
    public var customVMTags = StringMap()
    /// Kernel settings.
    public var sysctldConfig = StringMap()
    /// The proximity placement group's id.
    public var proximityPlacementGroupID: String?
    /// Whether ultra disks can be attached.
    public var ultraSSDEnabled = false
    /// Whether the host encrypts what it caches.
    public var encryptionAtHost = false

    /// One that says nothing.
    public init() {}

    private static let unchecked = "scripts would be fetched at boot without a checksum"

    /// The keys.
    public static let keys: [ModelKey<MachineProfile>] = [
        .optional("vmSize", \.vmSize, required: true),
        .optional("osDiskSizeGB", \.osDiskSizeGB, .honoured, required: false, .within(30...2048)),
        .defaulted("osDiskCachingType", \.osDiskCachingType),
        .optional("vnetSubnetID", \.vnetSubnetID),
        .optional("subnet", \.subnet),
        .optional("ipAddressCount", \.ipAddressCount, .honoured, required: false, .positive),
        .defaulted(
            "storageProfile", \.storageProfile,
            .refused(
                .anyOf(["StorageAccount"]), ModelRule.notSupported, because: "unmanaged disks are retired")),
        .optional("availabilityProfile", \.availabilityProfile),
        .list("availabilityZones", \.availabilityZones),
        .optional("distro", \.distro),
        .optional("imageReference", \.imageReference),
        .defaulted("kubernetesConfig", \.kubernetesConfig),
        .optional(
            "platformFaultDomainCount", \.platformFaultDomainCount, .honoured, required: false, .within(1...3)
        ),
        .optional(
            "platformUpdateDomainCount", \.platformUpdateDomainCount, .honoured, required: false,
            .within(1...20)),
        .optional("singlePlacementGroup", \.singlePlacementGroup),
        .map("customVMTags", \.customVMTags),
        .map("sysctldConfig", \.sysctldConfig),
        .optional("proximityPlacementGroupID", \.proximityPlacementGroupID),
        .defaulted("ultraSSDEnabled", \.ultraSSDEnabled),
        .defaulted("encryptionAtHost", \.encryptionAtHost),
        .known("auditDEnabled", Bool.self, .ignored(.said, because: "auditd is not installed")),
        .known(
            "extensions", [OpaqueObject].self, .refused(.said, ModelRule.notSupported, because: unchecked)),
        .known(
            "preProvisionExtension", OpaqueObject.self,
            .refused(.said, ModelRule.notSupported, because: unchecked)),
        .known("fqdn", String.self, .ignored(.said, because: "tools write it, not people")),
    ]
}

/// How Azure caches a disk.
public enum DiskCaching: String, ModelEnum {
    /// Not at all.
    case none = "None"
    /// For reading.
    case readOnly = "ReadOnly"
    /// For reading and writing.
    case readWrite = "ReadWrite"
}

/// What holds the disks.
public enum StorageProfile: String, ModelEnum {
    /// Managed disks.
    case managedDisks = "ManagedDisks"
    /// The host's own disk, gone with the machine.
    case ephemeral = "Ephemeral"
    /// Blobs of a storage account, which Azure retired.
    case storageAccount = "StorageAccount"
}

/// How machines are kept apart.
public enum AvailabilityProfile: String, ModelEnum {
    /// Single machines in an availability set.
    case availabilitySet = "AvailabilitySet"
    /// Instances of a scale set.
    case virtualMachineScaleSets = "VirtualMachineScaleSets"
}

extension Constraint<Int> {
    /// At least 1.
    static var positive: Constraint {
        Constraint(.range(from: 1, to: nil)) { number in
            number >= 1
                ? nil
                : Complaint(message: "is \(number); it must be at least 1", remedy: "write 1 or leave it out")
        }
    }
}
