public import ClusterModel

/// A pool of nodes.
public struct PoolPlan: Sendable {
    /// How the pool's machines are kept together.
    public enum Arrangement: Sendable, Hashable {
        /// Single machines `NAME-0`, `NAME-1`, … with network interfaces `…-nic`, in an availability set.
        case availabilitySet(AvailabilitySetPlan)
        /// Instances of a scale set.
        case scaleSet(ScaleSetPlan)
    }

    /// The pool's name in the model.
    public var name: String
    /// The name with the cluster's before it: the scale set's name, or what machines' names begin with.
    public var resourceName: String
    /// How many nodes.
    public var count: Int
    /// Nodes that an upgrade adds.
    public var maxSurge: Int
    /// What each is made of.
    public var machine: MachinePlan
    /// Its network interface.
    public var nic: NICPlan
    /// How they are kept together.
    public var arrangement: Arrangement
    /// Data disks in GB, at LUN 0 and on.
    public var dataDiskSizesGB: [Int]
    /// How Azure caches them.
    public var dataDiskCaching: DiskCaching
    /// The disk encryption set's id.
    public var diskEncryptionSetID: String?
    /// Labels of the nodes.
    public var labels: StringMap
    /// Taints of the nodes, `key[=value]:Effect`.
    public var taints: [String]
    /// kubelet's flags, `--name` to value, without those that slipway sets itself.
    public var kubeletFlags: [CommandFlag]
    /// Load balancer pools of the user's that the nodes join.
    public var loadBalancerBackendAddressPoolIDs: [String]
}

/// What only scale sets have.
public struct ScaleSetPlan: Sendable, Hashable {
    /// Zones, empty for none.
    public var zones: [String]
    /// Whether it stays in one placement group, which holds 100 machines.
    public var singlePlacementGroup: Bool
    /// Whether Azure makes more machines than asked and removes the slow ones.
    public var overprovision: Bool
    /// Whether each node has a public address.
    public var hasNodePublicIP: Bool
    /// Fault domains, nil for Azure's default.
    public var faultDomains: Int?
    /// Spare capacity, nil for regular.
    public var spot: SpotPlan?
}

/// Spare capacity that Azure may take back.
public struct SpotPlan: Sendable, Hashable {
    /// What happens to evicted machines.
    public var evictionPolicy: ScaleSetEvictionPolicy
    /// The most to pay, in US dollars an hour; -1 for as much as regular.
    public var maxPrice: Double
}
