import AddressPlan
import Addressing
import ClusterModel
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// The own VNet with its subnets, group and routes. Of an existing VNet nothing stands in the template but the group,
    /// which goes to the cluster's own NICs then.
    func virtualNetworkResources() -> [Resource] {
        let group = securityGroupResource()
        guard case .own(let name, let space) = plan.network.vnet else { return [group] }
        let topology = plan.network.topology
        let tables = routeTableResources()
        var network = Resource(.virtualNetwork, .string(name))
        network.tags = tags(plan.vnetTags)
        network.dependsOn = [group.reference] + tables.map(\.reference)
        if let nat { network.dependsOn.append(nat) }
        network.properties = .present([
            "addressSpace": ["addressPrefixes": .array(space.map { .text("\($0)") })],
            "dhcpOptions": plan.dnsServers.isEmpty
                ? nil : ["dnsServers": .array(plan.dnsServers.map { .text($0) })],
            "subnets": .array(
                topology.subnets.filter(\.isMade).map { subnet($0, group.reference, tables.map(\.reference)) }
            ),
        ])
        return [group] + tables + [network]
    }

    private var nat: ResourceReference? {
        if case .natGateway(let gateway) = plan.egress {
            ResourceReference(.natGateway, gateway.name)
        } else {
            nil
        }
    }

    private func subnet(
        _ subnet: NetworkSubnet, _ group: ResourceReference, _ tables: [ResourceReference]
    ) -> ARMValue {
        let endpoints = subnet.serviceEndpoints.map { plan.network.topology.serviceEndpoints[$0] }
        return [
            "name": .text(subnet.name),
            "properties": .present([
                "addressPrefix": subnet.prefix.map { .text("\($0)") },
                // Nothing leaves but by the ways that the plan names.
                "defaultOutboundAccess": subnet.isGateways ? nil : false,
                "networkSecurityGroup": subnet.hasSecurityGroup ? .id(group.id) : nil,
                "routeTable": subnet.routeTable.map { .id(tables[$0].id) },
                "natGateway": subnet.isGateways ? nil : nat.map { .id($0.id) },
                "serviceEndpoints": endpoints.isEmpty ? nil : .array(endpoints.map(serviceEndpoint)),
            ]),
        ]
    }

    private func serviceEndpoint(_ endpoint: ServiceEndpoint) -> ARMValue {
        .present([
            "service": .text(endpoint.service.azureName),
            "locations": endpoint.locations.isEmpty ? nil : .array(endpoint.locations.map { .text($0) }),
        ])
    }

    /// The VNet's id, also of one that exists.
    var virtualNetworkID: ARMExpression {
        switch plan.network.vnet {
        case .own(let name, _): ResourceReference(.virtualNetwork, name).id
        case .existing(let subnet, _): .string(subnet.virtualNetworkID)
        }
    }
}
