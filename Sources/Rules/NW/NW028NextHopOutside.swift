import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// The next hop of a route is neither in the VNet nor in a peered one.
///
/// Azure takes the route and drops every packet that it matches: the next hop must be reachable without another
/// hop.
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
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.50.0.4}
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
/// Source: Microsoft Learn, "Virtual network traffic routing": virtual appliance.
enum NextHopOutside: Rule {
    static let id = RuleID("NW028", "NextHopOutside")

    static func findings(in context: RuleContext) -> [Finding] {
        let atlas = context.tracer.atlas
        return context.properties.networkProfile.routes.enumerated().compactMap { index, route in
            guard route.nextHopType == .virtualAppliance,
                let address = route.nextHopIPAddress.flatMap({ IPv4Address($0) })
            else { return nil }
            switch atlas.place(of: address) {
            case .subnet, .vnet, .peer: return nil
            default: break
            }
            // Where nothing is known of an existing VNet, nothing can be judged.
            if context.topology.isExistingVNet, context.addresses.vnet.isEmpty { return nil }
            return Finding(
                id, .error, at: Paths.networkProfile["routes"][index]["nextHopIPAddress"],
                "next hop \(address) is neither in the VNet nor in a peered one: packets are dropped",
                remedy:
                    "name an appliance within \(context.topology.space.map { "\($0)" }.joined(separator: ", ")) or a peer's range"
            )
        }
    }
}
