import Addressing
import NetworkTopology

/// Where every address is, as ranges in order, for looking one up quickly.
///
/// Ranges that meet are a finding of their own; until it is mended, the first of them in `layers` has the addresses.
struct PlaceMap: Sendable {
    /// First addresses of ranges that cover everything, in order.
    private let starts: [UInt32]
    /// What is in each.
    private let places: [Place]

    init(_ topology: NetworkTopology) {
        let layers = Self.layers(topology)
        var edges: Set<UInt32> = [0]
        for (prefix, _) in layers {
            edges.insert(prefix.first.bits)
            if prefix.last.bits < UInt32.max { edges.insert(prefix.last.bits + 1) }
        }
        let starts = edges.sorted()
        var places = [Place?](repeating: nil, count: starts.count)
        // The next piece that is nobody's yet, so that ranges over ranges cost nothing.
        var next = Array(0...starts.count)
        func free(from index: Int) -> Int {
            var last = index
            while next[last] != last { last = next[last] }
            var place = index
            while next[place] != last {
                let following = next[place]
                next[place] = last
                place = following
            }
            return last
        }
        for (prefix, place) in layers {
            var piece = free(from: Self.piece(of: prefix.first.bits, starts))
            while piece < starts.count, starts[piece] <= prefix.last.bits {
                places[piece] = place
                next[piece] = piece + 1
                piece = free(from: piece)
            }
        }
        self.starts = starts
        self.places = places.map { $0 ?? .internet }
    }

    /// Where `address` is.
    func place(of address: IPv4Address) -> Place { places[Self.piece(of: address.bits, starts)] }

    /// The last piece that begins at `bits` or before.
    private static func piece(of bits: UInt32, _ starts: [UInt32]) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= bits { low = middle } else { high = middle }
        }
        return low
    }

    /// All ranges that somebody has, those before which are more certain.
    private static func layers(_ topology: NetworkTopology) -> [(IPv4Prefix, Place)] {
        var layers: [(IPv4Prefix, Place)] = [
            (IPv4Prefix(host: NetworkTopology.platformAddress), .platform),
            (IPv4Prefix(host: NetworkTopology.metadataAddress), .metadata),
        ]
        for (index, subnet) in topology.subnets.enumerated() {
            if let prefix = subnet.prefix { layers.append((prefix, .subnet(index))) }
        }
        layers += topology.space.map { ($0, .vnet) }
        if let services = topology.serviceCidr { layers.append((services, .services)) }
        for (index, peer) in topology.peerings.enumerated() {
            layers += peer.space.map { ($0, .peer(index)) }
            for (place, network) in peer.behind.enumerated() {
                layers += network.space.map { ($0, .behind(peer: index, network: place)) }
            }
        }
        for (index, site) in topology.sites.enumerated() { layers += site.space.map { ($0, .site(index)) } }
        for (index, service) in topology.serviceEndpoints.enumerated() {
            layers += service.ranges.map { ($0, .service(index)) }
        }
        return layers + Atlas.privateRanges.map { ($0, .nowhere) }
    }
}
