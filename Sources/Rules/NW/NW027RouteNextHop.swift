import AddressPlan
import ClusterModel
import Findings

/// A route to an appliance says no address, or a route of another kind says one.
///
/// Azure refuses the route table with `InvalidRouteNextHop`-like errors, and the whole VNet waits for it.
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
///       - {name: spokes, addressPrefixes: [10.20.0.0/16]}
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
/// Source: Microsoft Learn, "Virtual network traffic routing": user-defined routes.
enum RouteNextHop: Rule {
    static let id = RuleID("NW027", "RouteNextHop")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.routes.enumerated().compactMap { index, route in
            let path = Paths.networkProfile["routes"][index]
            if route.addressPrefixes.isEmpty {
                return Finding(
                    id, .error, at: path,
                    "route \(route.name ?? "") leads nowhere: it has no addressPrefixes",
                    remedy: "add addressPrefixes")
            }
            let isAppliance = route.nextHopType == .virtualAppliance
            guard isAppliance != (route.nextHopIPAddress != nil) else { return nil }
            return Finding(
                id, .error, at: path["nextHopIPAddress"],
                isAppliance
                    ? "route \(route.name ?? "") goes to an appliance, but says no address"
                    : "route \(route.name ?? "") is of type \(route.nextHopType.rawValue), which has no address",
                remedy: isAppliance ? "add nextHopIPAddress" : "remove nextHopIPAddress")
        }
    }
}
