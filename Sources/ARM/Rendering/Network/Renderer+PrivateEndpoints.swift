import AddressPlan
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// Private endpoints, the private DNS zones that name them, and the zones' links to the VNet.
    func privateEndpointResources() -> [Resource] {
        let endpoints = plan.network.topology.privateEndpoints
        var seen: Set<String> = []
        let zones = endpoints.compactMap(\.zone).filter { seen.insert($0.lowercased()).inserted }
        return zones.flatMap(zoneResources) + endpoints.flatMap(endpointResources)
    }

    private func zoneResources(_ name: String) -> [Resource] {
        var zone = Resource(.privateDNSZone, .string(name))
        zone.isGlobal = true
        zone.tags = tags()
        var link = Resource(.privateDNSZoneLink, .string(name), .string("\(plan.name)-link"))
        link.isGlobal = true
        link.tags = tags()
        link.dependsOn = [zone.reference] + [vnet].compactMap(\.self)
        link.properties = ["virtualNetwork": .id(virtualNetworkID), "registrationEnabled": false]
        return [zone, link]
    }

    private func endpointResources(_ endpoint: PrivateEndpoint) -> [Resource] {
        guard let subnet = endpoint.subnet else { return [] }
        var resource = Resource(.privateEndpoint, .string("\(plan.name)-\(endpoint.name)"))
        resource.tags = tags()
        resource.dependsOn = [vnet].compactMap(\.self)
        var configuration: ARMValue?
        if let member = Self.member(ofGroup: endpoint.groupID), let address = endpoint.address {
            configuration = [
                [
                    "name": "address",
                    "properties": [
                        "privateIPAddress": .text("\(address)"), "groupId": .text(endpoint.groupID),
                        "memberName": .text(member),
                    ],
                ]
            ]
        }
        resource.properties = .present([
            "subnet": .id(anySubnetID(subnet)),
            "ipConfigurations": configuration,
            "privateLinkServiceConnections": [
                [
                    "name": .text(endpoint.name),
                    "properties": [
                        "privateLinkServiceId": .text(endpoint.resourceID),
                        "groupIds": [.text(endpoint.groupID)],
                    ],
                ]
            ],
        ])
        guard let zone = endpoint.zone else { return [resource] }
        let zoneReference = ResourceReference(.privateDNSZone, zone)
        var group = Resource(
            .privateDNSZoneGroup, .string("\(plan.name)-\(endpoint.name)"), .string("names"))
        group.isRegional = false
        group.dependsOn = [resource.reference, zoneReference]
        group.properties = [
            "privateDnsZoneConfigs": [
                ["name": "zone", "properties": ["privateDnsZoneId": .expression(zoneReference.id)]]
            ]
        ]
        return [resource, group]
    }

    /// The id of the subnet at `index` of the topology, also of one without machines.
    private func anySubnetID(_ index: Int) -> ARMExpression {
        let subnet = plan.network.topology.subnets[index]
        if let id = subnet.id { return .string(id.text) }
        return vnet?.id(of: "subnets", subnet.name) ?? ""
    }

    /// The one member of a part of a resource; nil for parts with several, whose addresses Azure chooses.
    ///
    /// Source: Microsoft Learn, "Manage Azure private endpoints": static addresses.
    private static func member(ofGroup group: String) -> String? {
        switch group.lowercased() {
        case "vault": "default"
        case "blob", "file", "queue", "table", "dfs", "web", "sqlserver", "sites", "namespace", "rediscache",
            "postgresqlserver", "mysqlserver":
            group
        default: nil
        }
    }
}
