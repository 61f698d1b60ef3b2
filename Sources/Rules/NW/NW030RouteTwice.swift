import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// Two routes of one subnet are for the same prefix.
///
/// Azure refuses the route table with `RouteConflictsWithExistingRoute`.
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
///       - {name: a, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
///       - {name: b, addressPrefixes: [10.20.0.0/16], nextHopType: None}
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
///       - {name: a, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
///       - {name: b, addressPrefixes: [10.21.0.0/16], nextHopType: None}
/// ```
///
/// Source: Microsoft Learn, "Virtual network traffic routing".
enum RouteTwice: Rule {
    static let id = RuleID("NW030", "RouteTwice")

    static func findings(in context: RuleContext) -> [Finding] {
        var reported: Set<ModelPath> = []
        return context.topology.subnets.flatMap { subnet in
            var seen: Set<IPv4Prefix> = []
            return subnet.routes.compactMap { route -> Finding? in
                guard !seen.insert(route.prefix).inserted, reported.insert(route.path).inserted else {
                    return nil
                }
                return Finding(
                    id, .error, at: route.path,
                    "subnet \(subnet.name) has a route for \(route.prefix) already",
                    remedy: "keep one of the two")
            }
        }
    }
}
