import ClusterModel
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// The route tables of an own VNet.
    func routeTableResources() -> [Resource] {
        let topology = plan.network.topology
        return topology.routeTables.enumerated().map { index, name in
            let routes = topology.subnets.first { $0.routeTable == index }?.routes ?? []
            var table = Resource(.routeTable, .string(name))
            table.tags = tags()
            table.properties = [
                "disableBgpRoutePropagation": false, "routes": .array(routes.map(Self.route)),
            ]
            return table
        }
    }

    static func route(_ route: UserRoute) -> ARMValue {
        var address: ARMValue?
        if case .appliance(let appliance) = route.nextHop { address = .text("\(appliance)") }
        return [
            "name": .text(route.name),
            "properties": .present([
                "addressPrefix": .text("\(route.prefix)"),
                "nextHopType": .text(route.nextHop.type.rawValue),
                "nextHopIpAddress": address,
            ]),
        ]
    }
}
