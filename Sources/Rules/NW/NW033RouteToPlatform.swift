import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// A route leads Azure's own addresses away.
///
/// Machines get names, their address and their metadata from 168.63.129.16 and 169.254.169.254. With such a route
/// they never become nodes, and the load balancer holds them for dead.
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
///       - {name: link, addressPrefixes: [169.254.0.0/16], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// ## Right
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
/// Source: Microsoft Learn, "What is IP address 168.63.129.16?".
enum RouteToPlatform: Rule {
    static let id = RuleID("NW033", "RouteToPlatform")

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: Set<ModelPath> = []
        return context.topology.subnets.flatMap(\.routes).compactMap { route in
            // 0.0.0.0/0 does not lead them away: the host answers first.
            guard route.prefix.length > 0, seen.insert(route.path).inserted else { return nil }
            let caught = [NetworkTopology.platformAddress, NetworkTopology.metadataAddress].first {
                route.prefix.contains($0)
            }
            guard let caught else { return nil }
            return Finding(
                id, .error, at: route.path,
                "a route for \(route.prefix) leads \(caught) away, which is Azure's own",
                remedy: "leave it out of the route's prefixes")
        }
    }
}
