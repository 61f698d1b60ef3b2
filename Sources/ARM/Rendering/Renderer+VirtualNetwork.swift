import AddressPlan
import Addressing
import NetworkPlan

extension Renderer {
    /// The own VNet with its subnets, group and routes. Of an existing VNet nothing stands in the template but the group,
    /// which goes to the cluster's own NICs then.
    func virtualNetworkResources() -> [Resource] {
        var group = Resource(.networkSecurityGroup, .string(plan.network.securityGroupName))
        group.tags = tags()
        group.properties = ["securityRules": .array(securityRules())]
        guard case .own(let name, let space) = plan.network.vnet else { return [group] }
        var routes = Resource(.routeTable, .string(plan.network.routeTableName))
        routes.tags = tags()
        routes.properties = ["disableBgpRoutePropagation": false, "routes": []]
        var network = Resource(.virtualNetwork, .string(name))
        network.tags = tags()
        network.dependsOn = [group.reference, routes.reference]
        if let nat { network.dependsOn.append(nat) }
        network.properties = [
            "addressSpace": ["addressPrefixes": .array(space.map { .text("\($0)") })],
            "subnets": .array(plan.network.subnets.map { subnet($0, group.reference, routes.reference) }),
        ]
        return [group, routes, network]
    }

    private var nat: ResourceReference? {
        if case .natGateway(let name, _, _) = plan.egress {
            ResourceReference(.natGateway, name)
        } else {
            nil
        }
    }

    private func subnet(
        _ subnet: SubnetPlan, _ group: ResourceReference, _ routes: ResourceReference
    ) -> ARMValue {
        [
            "name": .text(subnet.name),
            "properties": .present([
                "addressPrefix": subnet.prefix.map { .text("\($0)") },
                // Nothing leaves but by the ways that the plan names.
                "defaultOutboundAccess": false,
                "networkSecurityGroup": .id(group.id),
                "routeTable": .id(routes.id),
                "natGateway": nat.map { .id($0.id) },
            ]),
        ]
    }

    private func securityRules() -> [ARMValue] {
        var rules: [ARMValue] = []
        // The public load balancer keeps the client's address: without the rule nothing reaches the API server.
        if plan.apiServer.publicAccess != nil {
            rules.append(
                rule(
                    "allow-api-server", priority: 100, "Inbound", "Allow", from: "Internet",
                    to: plan.masters.machines.map { "\($0.address)" }, port: "\(plan.apiServer.port)"))
        }
        if plan.blocksOutboundInternet {
            rules.append(
                rule(
                    "deny-internet", priority: 4000, "Outbound", "Deny", from: "*", to: ["Internet"],
                    port: "*"))
        }
        return rules
    }

    func rule(
        _ name: String, priority: Int, _ direction: String, _ access: String, from source: String,
        to targets: [String],
        port: String
    ) -> ARMValue {
        [
            "name": .text(name),
            "properties": .present([
                "priority": .integer(priority),
                "direction": .text(direction),
                "access": .text(access),
                "protocol": .text(port == "*" ? "*" : "Tcp"),
                "sourceAddressPrefix": .text(source),
                "sourcePortRange": "*",
                "destinationAddressPrefix": targets.count == 1 ? .text(targets[0]) : nil,
                "destinationAddressPrefixes": targets.count == 1 ? nil : .array(targets.map { .text($0) }),
                "destinationPortRange": .text(port),
            ]),
        ]
    }
}
