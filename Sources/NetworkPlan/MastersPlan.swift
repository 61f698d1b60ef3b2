public import Addressing

/// The masters: single machines, each with an address and a disk of its own that stay.
public struct MastersPlan: Sendable {
    /// One master.
    public struct Master: Sendable, Hashable {
        /// The machine's name, which is its host name and its node name.
        public var name: String
        /// Its network interface's name.
        public var nicName: String
        /// Its own, static address.
        public var address: IPv4Address
        /// Its zone, nil outside zones.
        public var zone: String?
    }

    /// The masters in order.
    public var machines: [Master]
    /// What each is made of.
    public var machine: MachinePlan
    /// Its network interface.
    public var nic: NICPlan
    /// The availability set, nil with zones.
    public var availabilitySet: AvailabilitySetPlan?
    /// The data disk for etcd, in GB, at LUN 0.
    public var etcdDiskSizeGB: Int
    /// Local files that are put on masters: contents by absolute path.
    public var customFiles: [CustomFileContents]
    /// kubelet's flags, `--name` to value, without those that slipway sets itself.
    public var kubeletFlags: [CommandFlag]
}

/// A file of the user's for the masters.
public struct CustomFileContents: Sendable, Hashable {
    /// Where it goes.
    public var path: String
    /// What it holds.
    public var bytes: [UInt8]

    /// `bytes` for `path`.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// An availability set.
public struct AvailabilitySetPlan: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Fault domains, nil for Azure's default in the region.
    public var faultDomains: Int?
    /// Update domains.
    public var updateDomains: Int
}

/// A command-line flag.
public struct CommandFlag: Sendable, Hashable {
    /// The name with its hyphens, such as `--max-pods`.
    public var name: String
    /// The value.
    public var value: String

    /// `name=value`.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
