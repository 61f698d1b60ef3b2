public import AddressPlan
import JSONText

/// What a model would put into one subnet: the masters, a pool, or those that it puts together.
public struct Placement: Sendable, Equatable {
    /// Whose addresses they are: `masters` and names of pools.
    public var names: [String]
    /// Addresses that they take.
    public var needed: Int
    /// The same while every pool of them is upgraded.
    public var peak: Int
    /// Addresses of a node, the largest of theirs; nil for masters alone, of which there are never more.
    public var node: Int?
    /// The id of the existing subnet that the model names for them.
    public var subnet: String?

    /// Whether a subnet could take a placement.
    public enum Verdict: Sendable, Equatable {
        /// It could, also during an upgrade; so many nodes more would have room, nil for masters alone.
        case fits(moreNodes: Int?)
        /// It could, but an upgrade lacks so many addresses.
        case noUpgrade(missing: Int)
        /// It lacks so many addresses.
        case tooFew(missing: Int)
        /// No machine can join it.
        case closed
    }

    /// What `addresses` puts into subnets, in the order of the model: each profile, and after them those that share a subnet.
    public static func all(of addresses: AddressPlan) -> [Placement] {
        var shared: [Int: [ProfileDemand]] = [:]
        for profile in addresses.profiles where profile.count > 0 {
            if let subnet = profile.subnet { shared[subnet, default: []].append(profile) }
        }
        var placements: [Placement] = []
        for profile in addresses.profiles where profile.count > 0 {
            let isMasters = profile.owner == .masters
            let demand = profile.subnet.map { addresses.subnets[$0] }
            let isAlone = profile.subnet.map { shared[$0]?.count == 1 } ?? false
            // One address more beside the masters: the frontend of the API server's load balancer. Whoever is alone in his
            // subnet also has what else the model keeps there, such as private endpoints.
            let needed = profile.needed + (isMasters ? 1 : 0)
            placements.append(
                Placement(
                    names: [profile.name], needed: isAlone ? demand?.needed ?? needed : needed,
                    peak: isAlone ? demand?.peak ?? needed : needed + profile.surge,
                    node: isMasters ? nil : profile.ipAddressCount, subnet: demand.flatMap(id)))
        }
        for (index, profiles) in shared.sorted(by: { $0.key < $1.key }) where profiles.count > 1 {
            let demand = addresses.subnets[index]
            placements.append(
                Placement(
                    names: profiles.map(\.name), needed: demand.needed, peak: demand.peak,
                    node: profiles.filter { $0.owner != .masters }.map(\.ipAddressCount).max(),
                    subnet: id(demand)))
        }
        return placements
    }

    private static func id(_ demand: SubnetDemand) -> String? {
        if case .existing(let id) = demand.origin { id.text } else { nil }
    }

    /// Whether the model itself names the subnet of `row`.
    public func isNamed(_ row: SubnetHeadroom.Row) -> Bool { subnet?.lowercased() == row.id.lowercased() }

    /// Whether the subnet of `row` could take it.
    public func verdict(in row: SubnetHeadroom.Row) -> Verdict {
        guard row.canHost else { return .closed }
        guard row.free >= needed else { return .tooFew(missing: needed - row.free) }
        guard row.free >= peak else { return .noUpgrade(missing: peak - row.free) }
        return .fits(moreNodes: node.map { $0 > 0 ? (row.free - peak) / $0 : 0 })
    }

    func json(in rows: [SubnetHeadroom.Row]) -> JSONValue {
        .object(present: [
            "names": .array(names.map { .string($0) }), "needed": .integer(needed), "peak": .integer(peak),
            "addressesPerNode": node.map { .integer($0) },
            "subnets": .array(rows.map { json(in: $0) }),
        ])
    }

    private func json(in row: SubnetHeadroom.Row) -> JSONValue {
        var (fits, fitsUpgrade, missing): (Bool, Bool, Int?) = (false, false, nil)
        var moreNodes: Int?
        switch verdict(in: row) {
        case .fits(let more): (fits, fitsUpgrade, moreNodes) = (true, true, more)
        case .noUpgrade(let lacking): (fits, missing) = (true, lacking)
        case .tooFew(let lacking): missing = lacking
        case .closed: break
        }
        return .object(present: [
            "name": .string(row.name), "named": .bool(isNamed(row)), "fits": .bool(fits),
            "fitsUpgrade": .bool(fitsUpgrade), "missing": missing.map { .integer($0) },
            "moreNodes": moreNodes.map { .integer($0) },
        ])
    }
}
