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

    /// Machines before their interfaces, interfaces before what they stand on, so that no address stays held.
    private static let order: [[String]] = [
        [
            "microsoft.compute/virtualmachines/extensions",
            "microsoft.compute/virtualmachinescalesets/extensions",
        ],
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

    /// The resources in the group's list `resources` that carry the tag of `cluster`; disks of its machines are its own, too.
    public init(_ resources: [JSONValue], cluster: String, group: JSONValue?) {
        var owned: [Item] = []
        var foreign: [Item] = []
        for value in resources {
            guard let id = value["id"]?.string, let type = value["type"]?.string,
                let name = value["name"]?.string
            else {
                continue
            }
            let item = Item(id: id, type: type, name: name)
            let isDisk =
                type.lowercased() == "microsoft.compute/disks"
                && name.lowercased().hasPrefix("\(cluster.lowercased())-")
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
}
