public import JSONText

/// What a cluster owns in its group, in the order in which it can be deleted.
public struct OwnedResources: Sendable {
    /// One resource.
    public struct Item: Sendable, Equatable {
        /// Its id.
        public var id: String
        /// Its type.
        public var type: String
        /// Its name.
        public var name: String
    }

    /// The resources in waves: what a later wave holds may be needed by an earlier one.
    public var waves: [[Item]]
    /// Resources of the group that are not the cluster's.
    public var foreign: [Item]
    /// Role assignments on the network team's subnets that the cluster's identity has.
    public var grants: [Item]
    /// Whether slipway made the group for this cluster.
    public var madeGroup: Bool

    /// All that is deleted.
    public var all: [Item] { grants + waves.flatMap { $0 } }

    private static let extensions: Set<String> = [
        "microsoft.compute/virtualmachines/extensions",
        "microsoft.compute/virtualmachinescalesets/extensions",
    ]

    /// Machines before their interfaces, interfaces before what they stand on, so that no address stays held.
    private static let order: [[String]] = [
        ["microsoft.compute/virtualmachinescalesets", "microsoft.compute/virtualmachines"],
        [
            "microsoft.network/networkinterfaces", "microsoft.compute/disks",
            "microsoft.compute/availabilitysets",
        ],
        [
            "microsoft.network/privateendpoints", "microsoft.network/virtualnetworkgateways",
            "microsoft.network/connections",
        ],
        [
            "microsoft.network/loadbalancers", "microsoft.network/bastionhosts",
            "microsoft.network/azurefirewalls",
        ],
        ["microsoft.network/virtualnetworks", "microsoft.network/localnetworkgateways"],
        [
            "microsoft.network/natgateways", "microsoft.network/networksecuritygroups",
            "microsoft.network/routetables",
        ],
        ["microsoft.network/publicipaddresses", "microsoft.network/publicipprefixes"],
    ]

    /// The resources in the group's list `resources` that carry the tag of `cluster`; disks of its machines, which Azure makes
    /// without a tag, are its own, too.
    ///
    /// - Parameter machines: names of its machines, and those of its pools.
    public init(_ resources: [JSONValue], cluster: String, machines: [String], group: JSONValue?) {
        var owned: [Item] = []
        var foreign: [Item] = []
        for value in resources {
            guard let id = value["id"]?.string, let type = value["type"]?.string,
                let name = value["name"]?.string
            else {
                continue
            }
            // They go with their machines: deleted by themselves, each would be taken from a running machine first.
            guard !Self.extensions.contains(type.lowercased()) else { continue }
            let item = Item(id: id, type: type, name: name)
            let isDisk =
                type.lowercased() == "microsoft.compute/disks"
                && machines.contains { Self.isDisk(name, of: $0) }
            if Ownership.isTagged(value, cluster) || isDisk {
                owned.append(item)
            } else {
                foreign.append(item)
            }
        }
        var waves = Self.order.map { types in owned.filter { types.contains($0.type.lowercased()) } }
        let known = Set(Self.order.flatMap { $0 })
        waves.append(owned.filter { !known.contains($0.type.lowercased()) })
        self.waves = waves.filter { !$0.isEmpty }
        // What stands inside a resource of the cluster's, such as a container of its account, goes with it.
        let parents = owned.map { "\($0.id.lowercased())/" }
        self.foreign = foreign.filter { item in !parents.contains { item.id.lowercased().hasPrefix($0) } }
        grants = []
        madeGroup = group?["tags"]?[ResourceGroups.madeTag]?.string?.lowercased() == cluster.lowercased()
    }

    /// Whether `disk` is named as Azure names disks of `machine`, or of a machine of the pool of that name: `NAME_OsDisk_1_ID`,
    /// `POOL-4_lun_0_2_ID`. Another cluster's name may begin with this one's.
    static func isDisk(_ disk: String, of machine: String) -> Bool {
        let disk = disk.lowercased()
        guard disk.hasPrefix(machine.lowercased()) else { return false }
        var rest = disk.dropFirst(machine.count)
        if rest.first == "-" {
            let number = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !number.isEmpty else { return false }
            rest = rest.dropFirst(1 + number.count)
        }
        return rest.first == "_"
    }
}
