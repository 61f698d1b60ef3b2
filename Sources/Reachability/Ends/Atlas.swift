public import Addressing
public import NetworkTopology

/// Knows where each address of a topology is, and an address for each end.
///
/// A class, because every packet on its way holds it: what is in it is worked out once and never changes.
public final class Atlas: Sendable {
    /// The topology.
    public let topology: NetworkTopology
    /// The tables of effective routes; subnets with the same routes share one.
    private let tables: [RouteTable]
    /// Of each subnet the index of its table.
    private let tableOfSubnet: [Int]
    /// Of each group of machines an address that Azure may give a machine, and one that it may give a pod.
    let samples: [(node: IPv4Address?, pod: IPv4Address?)]
    /// What `Trace.via` calls each peering.
    let peeringWays: [String]
    /// Destinations that see pods' own addresses.
    let unmasqueraded: IPv4RangeSet
    /// Where addresses are.
    private let places: PlaceMap

    /// An atlas of `topology`.
    public init(_ topology: NetworkTopology) {
        self.topology = topology
        places = PlaceMap(topology)
        peeringWays = topology.peerings.map { "peering \($0.name)" }
        unmasqueraded = IPv4RangeSet(topology.unmasqueraded)
        (tables, tableOfSubnet) = RouteTable.tables(of: topology)
        samples = topology.machines.indices.map { Self.sample(of: $0, topology) }
    }

    /// The routes of the interfaces in the subnet at `index`.
    func table(of index: Int) -> RouteTable { tables[tableOfSubnet[index]] }

    /// Ranges that are nobody's on the internet.
    ///
    /// Source: RFC 1918, RFC 6598; Azure has system routes without next hop for them.
    public static let privateRanges = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
    ]
    .compactMap {
        IPv4Prefix($0)
    }

    /// Where `address` is.
    public func place(of address: IPv4Address) -> Place { places.place(of: address) }

    /// The end with its address and place; nil where the model does not say enough, such as the prefix of a subnet.
    public func locate(_ end: End) -> LocatedEnd? {
        guard let address = address(of: end) else { return nil }
        var place = place(of: address)
        switch end {
        // Public addresses that only Azure knows: what stands for them is told by the end, not by the address.
        case .service(let index): place = .service(index)
        case .publicAPIServer, .internet: place = .internet
        default: break
        }
        return LocatedEnd(end: end, address: address, place: place, name: name(of: end))
    }

    /// An address on the internet, for those that only Azure knows.
    ///
    /// Source: RFC 5737, addresses for documentation.
    private static func example(_ number: Int) -> IPv4Address {
        IPv4Address(bits: 0xCB00_7100 + UInt32(number % 200 + 10))
    }

    private func address(of end: End) -> IPv4Address? {
        switch end {
        case .pod(let group): samples[group].pod
        case .node(let group): samples[group].node
        case .apiServer: topology.apiServer.internalAddress
        case .publicAPIServer: topology.apiServer.isPublic ? Self.example(100) : nil
        case .peer(let index): Self.inside(topology.peerings[index].space)
        case .behind(let peer, let network): Self.inside(topology.peerings[peer].behind[network].space)
        case .site(let index): Self.inside(topology.sites[index].space)
        case .service(let index):
            Self.inside(topology.serviceEndpoints[index].ranges) ?? Self.example(101 + index)
        case .privateEndpoint(let index): topology.privateEndpoints[index].address
        case .publicAddress(let index): topology.publicAddresses[index].address
        case .internet: Self.example(0)
        case .platform: NetworkTopology.platformAddress
        case .metadata: NetworkTopology.metadataAddress
        case .address(let address): address
        }
    }

    /// A machine's address in the first of `ranges`.
    private static func inside(_ ranges: [IPv4Prefix]) -> IPv4Address? {
        ranges.first.flatMap { $0.address(at: min(4, $0.size - 1)) }
    }

    /// What Azure may give a machine of the group at `index` and a pod on it.
    private static func sample(
        of index: Int, _ topology: NetworkTopology
    ) -> (node: IPv4Address?, pod: IPv4Address?) {
        let free = freeAddresses(of: index, topology)
        let isMasters = topology.machines[index].isMasters
        return (isMasters ? topology.apiServer.masters.first : free.first, free.last)
    }

    /// Two addresses that Azure may give the machines of a group: the first free ones that no earlier group has.
    private static func freeAddresses(of group: Int, _ topology: NetworkTopology) -> [IPv4Address] {
        guard let subnet = topology.machines[group].subnet, let prefix = topology.subnets[subnet].prefix
        else {
            return []
        }
        var taken = Set(topology.apiServer.masters)
        taken.formUnion([topology.apiServer.internalAddress].compactMap(\.self))
        taken.formUnion(topology.privateEndpoints.compactMap(\.address))
        taken.formUnion(topology.publicAddresses.compactMap(\.address))
        let earlier = topology.machines[..<group].count { $0.subnet == subnet }
        var (offset, skipped) = (AzureSubnet.reservedAtStart, 2 * earlier)
        var found: [IPv4Address] = []
        while found.count < 2, let address = prefix.address(at: offset), offset < prefix.size - 1 {
            offset += 1
            if taken.contains(address) { continue }
            if skipped > 0 { skipped -= 1 } else { found.append(address) }
        }
        return found
    }
}
