import Addressing
import Findings
import NetworkTopology

extension RouteTable {
    /// The tables of all subnets of `topology`, and of each subnet the index of its own.
    ///
    /// Subnets differ by their route table and by their service endpoints alone.
    static func tables(of topology: NetworkTopology) -> (tables: [RouteTable], ofSubnet: [Int]) {
        struct Likeness: Hashable {
            var routeTable: Int?
            var endpoints: [Int]
        }
        var known: [Likeness: Int] = [:]
        var tables: [RouteTable] = []
        let ofSubnet = topology.subnets.indices.map { index -> Int in
            let subnet = topology.subnets[index]
            let likeness = Likeness(routeTable: subnet.routeTable, endpoints: subnet.serviceEndpoints)
            if let same = known[likeness] { return same }
            known[likeness] = tables.count
            tables.append(RouteTable(gathered(of: index, topology)))
            return tables.count - 1
        }
        return (tables, ofSubnet)
    }

    /// Brings the routes of the subnet at `index` together.
    private static func gathered(of index: Int, _ topology: NetworkTopology) -> [EffectiveRoute] {
        let user = topology.subnets[index].routes.map { route in
            EffectiveRoute(
                origin: .user, prefix: route.prefix, hop: EffectiveRoute.Hop(route.nextHop), path: route.path)
        }
        var routes = systemRoutes(of: index, topology) + gatewayRoutes(topology) + user
        var best: [IPv4Prefix: Int] = [:]
        best.reserveCapacity(routes.count)
        for place in routes.indices {
            guard let other = best.updateValue(place, forKey: routes[place].prefix) else { continue }
            let isSame = routes[other].origin == routes[place].origin
            if wins(routes[place], over: routes[other]) {
                routes[other].isActive = isSame
            } else {
                best[routes[place].prefix] = other
                routes[place].isActive = isSame
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

    private static func systemRoutes(of index: Int, _ topology: NetworkTopology) -> [EffectiveRoute] {
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
        routes.append(system(.everywhere, .internet, nil))
        let taken = Set(routes.map(\.prefix))
        return routes
            + Atlas.privateRanges.filter { !taken.contains($0) }.map { system($0, .none, nil) }
    }

    private static func gatewayRoutes(_ topology: NetworkTopology) -> [EffectiveRoute] {
        func route(_ prefix: IPv4Prefix, _ path: ModelPath) -> EffectiveRoute {
            EffectiveRoute(origin: .gateway, prefix: prefix, hop: .gateway, path: path)
        }
        return topology.sites.flatMap { site -> [EffectiveRoute] in
            let tunnelled = site.tunnelled.map { route($0.prefix, $0.path) }
            switch site.connection {
            case .none: return []
            case .vpn: return tunnelled
            case .both:
                return site.space.map { route($0, site.path) }
                    + tunnelled.filter { !site.space.contains($0.prefix) }
            case .expressRoute, .peersGateway, .vnetsGateway: return site.space.map { route($0, site.path) }
            }
        }
    }
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
