/// A pool of nodes that are alike.
public struct AgentPoolProfile: ModelObject {
    /// The pool's name.
    public var name: String?
    /// How many nodes.
    public var count: Int?
    /// The machines.
    public var machine = MachineProfile()
    /// slipway's own: nodes that an upgrade adds before it takes old ones away.
    public var maxSurge = 1
    /// Data disks in GB, in order of their LUN.
    public var diskSizesGB: [Int] = []
    /// How Azure caches the data disks.
    public var dataDiskCachingType = DiskCaching.readOnly
    /// The id of a disk encryption set.
    public var diskEncryptionSetID: String?
    /// Labels of the nodes.
    public var customNodeLabels = StringMap()
    /// Whether packets bypass the host; where absent, whether the size can do it.
    public var acceleratedNetworkingEnabled: Bool?
    /// Regular or spare capacity.
    public var scaleSetPriority = ScaleSetPriority.regular
    /// What happens to evicted machines.
    public var scaleSetEvictionPolicy: ScaleSetEvictionPolicy?
    /// The most to pay for spare capacity, in US dollars an hour; -1 for as much as regular.
    public var spotMaxPrice: Double?
    /// Whether a scale set makes more machines than asked and removes the slow ones.
    public var vmssOverProvisioningEnabled = false
    /// Whether each node has a public address.
    public var enableVMSSNodePublicIP = false
    /// Load balancer pools of the user's that the nodes join.
    public var loadBalancerBackendAddressPoolIDs: [String] = []

    /// One that says nothing.
    public init() {}

    private static let notKubernetes = "it belonged to other orchestrators"
    private static let written = "tools write it, not people"

    /// The keys.
    public static let keys: [ModelKey<AgentPoolProfile>] =
        [
            .optional("name", \.name, .honoured, required: true, .poolName),
            .optional("count", \.count, .honoured, required: true, .positive),
        ] + ModelKey.flat(\.machine) + [
            .defaulted("maxSurge", \.maxSurge, .honoured, .within(0...1000)),
            .list("diskSizesGB", \.diskSizesGB),
            .defaulted("dataDiskCachingType", \.dataDiskCachingType),
            .optional("diskEncryptionSetID", \.diskEncryptionSetID),
            /// The machines' operating system.
            .known(
                "osType", OSType.self,
                .refused(
                    .anyOf(["Windows"]), ModelRule.notSupported, because: "slipway makes Linux nodes only")),
            .map("customNodeLabels", \.customNodeLabels),
            .optional("acceleratedNetworkingEnabled", \.acceleratedNetworkingEnabled),
            .known(
                "acceleratedNetworkingEnabledWindows", Bool.self,
                .ignored(.said, because: "there are no Windows pools")),
            .defaulted("scaleSetPriority", \.scaleSetPriority),
            .optional("scaleSetEvictionPolicy", \.scaleSetEvictionPolicy),
            .optional("spotMaxPrice", \.spotMaxPrice),
            .defaulted("vmssOverProvisioningEnabled", \.vmssOverProvisioningEnabled),
            .defaulted("enableVMSSNodePublicIP", \.enableVMSSNodePublicIP),
            .list("loadBalancerBackendAddressPoolIDs", \.loadBalancerBackendAddressPoolIDs),
            .known("dnsPrefix", String.self, .refused(.said, ModelRule.notSupported, because: notKubernetes)),
            .known("ports", [Int].self, .refused(.said, ModelRule.notSupported, because: notKubernetes)),
            .known("role", String.self, .refused(.said, ModelRule.notSupported, because: notKubernetes)),
            .known("vmssName", String.self, .ignored(.said, because: written)),
        ]
}

/// Regular or spare capacity.
public enum ScaleSetPriority: String, ModelEnum {
    /// Capacity that stays.
    case regular = "Regular"
    /// The old name of `Spot`.
    case low = "Low"
    /// Spare capacity, which Azure may take back.
    case spot = "Spot"
}

/// What happens to evicted machines.
public enum ScaleSetEvictionPolicy: String, ModelEnum {
    /// They are removed.
    case delete = "Delete"
    /// They are stopped and keep their disks and addresses.
    case deallocate = "Deallocate"
}

/// The operating systems that the old tools know.
enum OSType: String, ModelEnum {
    case linux = "Linux"
    case windows = "Windows"
}

extension Constraint<String> {
    /// The form of a pool's name.
    static var poolName: Constraint {
        .form(
            "1 to 12 lower-case letters and digits that begin with a letter", pattern: "^[a-z][a-z0-9]{0,11}$"
        ) { text in
            let bytes = Array(text.utf8)
            guard (1...12).contains(bytes.count), let first = bytes.first else { return false }
            return first.isASCIILowercase && bytes.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit }
        }
    }
}
