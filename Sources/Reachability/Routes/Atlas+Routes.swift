public import Addressing
import Findings
import NetworkTopology

extension Atlas {
    /// Brings the routes of the subnet at `index` together.
    func gatherRoutes(of index: Int) -> [EffectiveRoute] {
        let user = topology.subnets[index].routes.map { route in
            EffectiveRoute(
                origin: .user, prefix: route.prefix, hop: EffectiveRoute.Hop(route.nextHop), path: route.path)
        }
        var routes = systemRoutes(of: index) + gatewayRoutes + user
        var best: [IPv4Prefix: Int] = [:]
        for (place, route) in routes.enumerated() {
            if let other = best[route.prefix], !Self.wins(route, over: routes[other]) {
                routes[place].isActive = routes[other].origin == route.origin
            } else {
                if let other = best[route.prefix] {
                    routes[other].isActive = routes[other].origin == route.origin
                }
                best[route.prefix] = place
            }
        }
        return routes
    }

    /// Whether `route` is used in place of `other` of the same prefix: user before gateway before system, but service
    /// endpoints' routes stay.
    private static func wins(_ route: EffectiveRoute, over other: EffectiveRoute) -> Bool {
        if case .endpoint = other.hop { return false }
        return route.origin.rawValue < other.origin.rawValue
    }

    private func systemRoutes(of index: Int) -> [EffectiveRoute] {
        func system(_ prefix: IPv4Prefix, _ hop: EffectiveRoute.Hop, _ path: ModelPath?) -> EffectiveRoute {
            EffectiveRoute(origin: .system, prefix: prefix, hop: hop, path: path)
        }
        var routes = topology.space.map { system($0, .vnet, nil) }
        for (place, peer) in topology.peerings.enumerated() {
            routes += peer.space.map { system($0, .peering(place), peer.path) }
        }
        for place in topology.subnets[index].serviceEndpoints {
            let endpoint = topology.serviceEndpoints[place]
            routes += endpoint.ranges.map { system($0, .endpoint(place), endpoint.path) }
        }
        let everywhere = [IPv4Prefix("0.0.0.0/0")].compactMap(\.self)
        routes += everywhere.map { system($0, .internet, nil) }
        let taken = Set(routes.map(\.prefix))
        return routes + Self.privateRanges.filter { !taken.contains($0) }.map { system($0, .none, nil) }
    }

    private var gatewayRoutes: [EffectiveRoute] {
        topology.sites.flatMap { site -> [EffectiveRoute] in
            if case .none = site.connection { return [] }
            return site.space.map {
                EffectiveRoute(origin: .gateway, prefix: $0, hop: .gateway, path: site.path)
            }
        }
    }

    /// The route that packets from the subnet at `index` to `address` take, and why it wins.
    public func route(from index: Int, to address: IPv4Address) -> (route: EffectiveRoute, reason: String)? {
        tables[index].route(to: address)
    }

    /// The routes of the interfaces in the subnet at `index`, as Azure lists them: system, gateway, user.
    public func routes(of index: Int) -> [EffectiveRoute] { tables[index].routes }
}

extension EffectiveRoute.Hop {
    init(_ hop: UserRoute.NextHop) {
        self =
            switch hop {
            case .appliance(let address): .appliance(address)
            case .gateway: .gateway
            case .vnet: .vnet
            case .internet: .internet
            case .none: .none
            }
    }
}
