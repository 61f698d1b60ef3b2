import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// The appliance of a route stands in a subnet that has the route itself.
///
/// What the appliance forwards comes back to it: packets go round until they are dropped.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     routes:
///       - {name: all, addressPrefixes: [0.0.0.0/0], nextHopIPAddress: 10.240.8.4}
///     egress: {type: appliance}
///     vnet: {addressSpace: [10.240.0.0/12]}
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
/// Source: Microsoft Learn, "Virtual network traffic routing".
enum NextHopInRoutedSubnet: Rule {
    static let id = RuleID("NW029", "NextHopInRoutedSubnet")

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: Set<ModelPath> = []
        return context.topology.subnets.flatMap { subnet in
            subnet.routes.compactMap { route -> Finding? in
                guard case .appliance(let address) = route.nextHop, let prefix = subnet.prefix,
                    prefix.contains(address), seen.insert(route.path).inserted
                else { return nil }
                return Finding(
                    id, .error, at: route.path,
                    "appliance \(address) stands in subnet \(subnet.name), which has this route itself: packets go round",
                    remedy: "give the appliance a subnet of its own, or name other subnets in the route")
            }
        }
    }
}
