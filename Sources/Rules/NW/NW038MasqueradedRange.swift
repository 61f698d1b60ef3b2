import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// A route leads to a private range that no peer, site or network behind one has: nodes hide pods' addresses from
/// it.
///
/// Whoever is there sees nodes and cannot reach pods, although the route suggests that it is part of the network.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     routes:
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         behind:
///           - {name: spoke, addressSpace: [10.20.0.0/16]}
///     routes:
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// Source: docs/network/source-addresses.md.
enum MasqueradedRange: Rule {
    static let id = RuleID("NW038", "MasqueradedRange")

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        let known = IPv4RangeSet(topology.unmasqueraded)
        return context.properties.networkProfile.routes.enumerated().compactMap { index, route in
            guard route.nextHopType != .none else { return nil }
            let hidden = route.addressPrefixes.enumerated().compactMap { place, text -> (Int, IPv4Prefix)? in
                guard let prefix = IPv4PrefixText(text)?.masked, isPrivate(prefix),
                    !known.contains(prefix.first),
                    !topology.unmasqueraded.contains(where: { prefix.contains($0) })
                else { return nil }
                return (place, prefix)
            }
            guard let (place, prefix) = hidden.first else { return nil }
            let others = hidden.count == 1 ? "" : ", with \(hidden.count - 1) more of this route,"
            return Finding(
                id, .warning, at: Paths.networkProfile["routes"][index]["addressPrefixes"][place],
                "\(prefix)\(others) is in no declared network: it sees nodes' addresses, not pods'",
                remedy: "declare it, as a network behind a peering or as a site")
        }
    }

    private static func isPrivate(_ prefix: IPv4Prefix) -> Bool {
        Atlas.privateRanges.contains { $0.contains(prefix) }
    }
}
