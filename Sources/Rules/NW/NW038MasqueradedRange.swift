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
        var seen: Set<ModelPath> = []
        return topology.subnets.filter(\.isClusters).flatMap(\.routes).compactMap { route in
            guard route.nextHop != UserRoute.NextHop.none,
                Atlas.privateRanges.contains(where: { $0.contains(route.prefix) }),
                !topology.unmasqueraded.contains(where: {
                    $0.contains(route.prefix) || route.prefix.contains($0)
                }),
                seen.insert(route.path).inserted
            else { return nil }
            return Finding(
                id, .warning, at: route.path,
                "\(route.prefix) is in no declared network: it sees nodes' addresses, not pods'",
                remedy: "declare it, as a network behind a peering or as a site")
        }
    }
}
