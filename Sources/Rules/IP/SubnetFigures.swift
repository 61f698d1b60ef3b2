import AddressPlan
import Addressing
import Document
import Findings

/// The figures of a subnet in words, shared by the rules about room.
struct SubnetFigures {
    let subnet: SubnetDemand
    let prefix: IPv4Prefix
    let usable: Int
    let profiles: [ProfileDemand]

    /// Nil where no fit is judged: the prefix is unknown or of an impossible size.
    init?(_ index: Int, in addresses: AddressPlan) {
        subnet = addresses.subnets[index]
        guard subnet.hasPossibleSize, let prefix = subnet.prefix, let usable = subnet.usable else {
            return nil
        }
        self.prefix = prefix
        self.usable = usable
        profiles = addresses.profiles.filter { $0.subnet == index }
        guard !profiles.isEmpty else { return nil }
    }

    /// `subnet nodes (10.1.0.0/24)`, or `subnet 10.1.0.0/24` where the prefix is its name.
    var name: String { subnet.name == "\(prefix)" ? "subnet \(prefix)" : "subnet \(subnet.name) (\(prefix))" }

    /// Where to point: the first pool's subnet, else the masters'.
    var path: ModelPath {
        (profiles.first { $0.owner != .masters } ?? profiles.first)?.subnetPath ?? subnet.path
    }

    /// `9 nodes × 31`, with each profile and the load balancer's frontend as a summand.
    func demand(withSurge: Bool) -> String {
        var parts = profiles.filter { $0.count > 0 }.map { profile in
            let noun = profile.owner == .masters ? "master" : "node"
            return "\(profile.count) \(noun)\(profile.count == 1 ? "" : "s") × \(profile.ipAddressCount)"
        }
        if withSurge {
            parts += profiles.filter { $0.surge > 0 }.map {
                "\($0.maxSurge) more of pool \($0.name) × \($0.ipAddressCount)"
            }
        }
        if subnet.hasMasters { parts.append("1 for the load balancer") }
        if subnet.reserved > 0 {
            parts.append("\(subnet.reserved) for endpoints, public addresses and services")
        }
        return parts.joined(separator: " + ")
    }

    /// The prefix with the same first address that has room for `needed`.
    func widerPrefix(for needed: Int) -> IPv4Prefix? {
        guard let length = AzureSubnet.prefixLength(fitting: needed), length >= 8 else { return nil }
        return IPv4Prefix(containing: prefix.first, length: length)
    }

    /// The next prefix that fits, written wherever the model says the subnet's; nil for an existing subnet, which only its
    /// owner can change.
    func fix(for needed: Int, in context: RuleContext) -> Fix? {
        guard subnet.origin == .own, let wider = widerPrefix(for: needed) else { return nil }
        let places = Set(profiles.map(\.subnetPath)).filter { context.document.node(at: $0)?.string != nil }
        guard !places.isEmpty else { return nil }
        let sorted = places.sorted { $0.description < $1.description }
        return Fix(changes: sorted.map { .replace($0, "\(wider)") }, isSafe: false)
    }

    /// What to change so that `needed` fits: the next prefix, or less of what the only pool asks.
    func remedy(for needed: Int, withSurge: Bool) -> String {
        var ways = [widerPrefix(for: needed)].compactMap { $0.map { "make the subnet \($0)" } }
        let pools = profiles.filter { $0.owner != .masters }
        if pools.count == 1, let pool = pools.first {
            let others = needed - pool.needed - (withSurge ? pool.surge : 0)
            let room = usable - others
            let extra = withSurge ? pool.maxSurge : 0
            if pool.ipAddressCount > 0, room / pool.ipAddressCount - extra >= 1 {
                ways.append("lower count to \(room / pool.ipAddressCount - extra)")
            }
            if pool.count + extra > 0, room / (pool.count + extra) >= 2 {
                ways.append("lower ipAddressCount to \(room / (pool.count + extra))")
            }
        }
        return ways.isEmpty ? "use a larger subnet" : ways.joined(separator: ", or ")
    }
}
