import AddressPlan
import Addressing
import Findings

/// Two of the VNet, the peered VNets and the on-premises networks share addresses.
///
/// Azure refuses such a peering, and a gateway has no route for the part that both have.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.241.0.0/16]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
/// ```
///
/// Source: Microsoft Learn, "Virtual network peering"; docs/address-plan.md.
enum PeeringOverlap: Rule {
    static let id = RuleID("IP010", "PeeringOverlap")

    private struct Range {
        var network: String
        var prefix: IPv4Prefix
        var path: ModelPath
        var order: Int
    }

    static func findings(in context: RuleContext) -> [Finding] {
        let sorted = ranges(of: context.addresses).sorted { ($0.prefix, $0.order) < ($1.prefix, $1.order) }
        var findings: [Finding] = []
        // Ranges that still reach to the current one; ranges of one network may touch each other as they like.
        var open: [Range] = []
        for range in sorted {
            open.removeAll { $0.prefix.last < range.prefix.first }
            for other in open where other.network != range.network {
                let (first, second) = other.order < range.order ? (other, range) : (range, other)
                findings.append(
                    Finding(
                        id, .error, at: second.path,
                        "\(second.prefix) of \(second.network) shares addresses with \(first.prefix) of \(first.network)",
                        remedy: "networks that reach each other need ranges of their own"))
            }
            if !open.contains(where: { $0.network == range.network && $0.prefix.contains(range.prefix) }) {
                open.append(range)
            }
        }
        return findings
    }

    private static func ranges(of addresses: AddressPlan) -> [Range] {
        var ranges: [Range] = []
        func add(_ network: String, _ prefix: IPv4Prefix?, _ path: ModelPath) {
            guard let prefix else { return }
            ranges.append(Range(network: network, prefix: prefix, path: path, order: ranges.count))
        }
        // Where the VNet's space is not known, its known subnets stand for it.
        for range in addresses.vnet { add("the VNet", range.prefix, range.path) }
        if ranges.isEmpty { for subnet in addresses.subnets { add("the VNet", subnet.prefix, subnet.path) } }
        for range in addresses.neighbours {
            switch range.role {
            case .peer(let name): add("peered VNet \(name)", range.prefix, range.path)
            case .site(let name): add("on-premises network \(name)", range.prefix, range.path)
            case .behind(let peer, let name):
                add("network \(name) behind peered VNet \(peer)", range.prefix, range.path)
            case .vnet, .subnet, .declaredSubnet, .service, .destination, .address: break
            }
        }
        return ranges
    }
}
