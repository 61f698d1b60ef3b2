public import Azure
import HTTPTransport
public import JSONText

/// The room in the subnets of a live VNet, for choosing one before a model is written.
public struct SubnetHeadroom: Sendable {
    /// One subnet.
    public struct Row: Sendable {
        /// Its name.
        public var name: String
        /// Its id.
        public var id: String
        /// Its prefixes.
        public var prefixes: [String]
        /// Addresses that Azure can give out.
        public var usable: Int
        /// Addresses that are held.
        public var used: Int
        /// The service that it is delegated to.
        public var delegation: String?
        /// Whether Azure keeps it for a service of its own, such as `GatewaySubnet`.
        public var isReserved: Bool
        /// Addresses that are free.
        public var free: Int { max(0, usable - used) }
        /// Whether machines can join it at all.
        public var canHost: Bool { delegation == nil && !isReserved }

        /// Nodes that fit, each with `addresses` of them.
        public func nodes(of addresses: Int) -> Int { canHost && addresses > 0 ? free / addresses : 0 }
    }

    /// The VNet's id.
    public var network: String
    /// Its region.
    public var location: String
    /// Its subnets, the roomiest first.
    public var rows: [Row]

    /// Subnets that Azure keeps for services of its own.
    private static let reserved: Set<String> = [
        "gatewaysubnet", "azurefirewallsubnet", "azurefirewallmanagementsubnet", "azurebastionsubnet",
        "routeserversubnet",
    ]

    /// Asks for the VNet with the id `network`.
    public static func ask(_ client: ARMClient, network: String) throws(AzureFailure) -> SubnetHeadroom {
        let answers = client.sendAll([
            ARMRequest(.get, network, .network), .list("\(network)/usages", .network),
        ])
        let value = try answers[0].get().body
        let usages = (try? answers[1].get())?.list ?? []
        let rows = (value["properties"]?["subnets"]?.array ?? []).compactMap { subnet -> Row? in
            guard let live = LiveSubnet(subnet) else { return nil }
            let name = subnet["name"]?.string ?? "?"
            let usage = usages.first { $0["id"]?.string?.lowercased() == live.id.lowercased() }
            return Row(
                name: name, id: live.id, prefixes: live.prefixes.map { "\($0)" }, usable: live.usable,
                used: max(live.holders.count, usage.flatMap { LiveUsage.number($0["currentValue"]) } ?? 0),
                delegation: live.delegation, isReserved: reserved.contains(name.lowercased()))
        }
        return SubnetHeadroom(
            network: network, location: value["location"]?.string ?? "?",
            rows: rows.sorted {
                ($0.canHost ? 0 : 1, -$0.free, $0.name) < ($1.canHost ? 0 : 1, -$1.free, $1.name)
            })
    }

    /// The rows for tools, and where each of `placements` could go.
    public func json(for placements: [Placement]) -> JSONValue {
        [
            "vnet": .string(network),
            "location": .string(location),
            "subnets": .array(
                rows.map { row in
                    .object(present: [
                        "name": .string(row.name), "id": .string(row.id),
                        "prefixes": .array(row.prefixes.map { .string($0) }),
                        "usable": .integer(row.usable), "used": .integer(row.used),
                        "free": .integer(row.free),
                        "delegation": row.delegation.map { .string($0) }, "canHost": .bool(row.canHost),
                    ])
                }),
            "placements": .array(placements.map { $0.json(in: rows) }),
        ]
    }
}
