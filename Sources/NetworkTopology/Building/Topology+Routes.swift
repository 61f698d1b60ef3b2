import AddressPlan
import Addressing
import ClusterModel
import Findings

extension NetworkTopology {
    /// Names of route tables of an own VNet; one for all where no route picks subnets, else one a subnet.
    public var routeTables: [String] {
        guard hasTablesOfSubnets else { return ["\(clusterName)-routes"] }
        return subnets.filter { $0.routeTable != nil }.map { "\(clusterName)-routes-\($0.name)" }
    }

    private var hasTablesOfSubnets: Bool {
        let withRoutes = subnets.filter { $0.isClusters || !$0.routes.isEmpty }
        return withRoutes.contains { $0.routes != withRoutes.first?.routes || !$0.isClusters }
    }

    mutating func addRoutes(_ network: NetworkProfile) {
        for (index, profile) in network.routes.enumerated() {
            let path = Paths.networkProfile["routes"][index]
            guard let hop = Self.nextHop(of: profile) else { continue }
            let prefixes = profile.addressPrefixes.enumerated().compactMap { place, text in
                IPv4PrefixText(text).map { (place, $0.masked) }
            }
            let name = profile.name ?? "route-\(index)"
            let written = path["addressPrefixes"]
            let routes = prefixes.map { place, prefix in
                UserRoute(
                    name: prefixes.count == 1 ? name : "\(name)-\(place)", prefix: prefix, nextHop: hop,
                    path: written[place])
            }
            // Subnets with the same routes share one list, which is then equal to itself at once.
            for subnet in indices(of: profile.subnets) {
                if subnets[subnet].routes.isEmpty {
                    subnets[subnet].routes = routes
                } else {
                    subnets[subnet].routes += routes
                }
            }
        }
        let ofSubnets = hasTablesOfSubnets
        var next = 0
        for index in subnets.indices where subnets[index].isClusters || !subnets[index].routes.isEmpty {
            subnets[index].routeTable = next
            if ofSubnets { next += 1 }
        }
    }

    private static func nextHop(of profile: RouteProfile) -> UserRoute.NextHop? {
        switch profile.nextHopType {
        case .virtualAppliance: profile.nextHopIPAddress.flatMap { IPv4Address($0) }.map { .appliance($0) }
        case .virtualNetworkGateway: .gateway
        case .vnetLocal: .vnet
        case .internet: .internet
        case .none: UserRoute.NextHop.none
        }
    }
}
