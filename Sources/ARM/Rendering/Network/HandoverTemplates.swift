import AddressPlan
import ClusterModel
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// Templates for others: the remote halves of peerings, route tables of subnets that are somebody else's, and what
    /// firewalls of services must let in.
    func handoverTemplates() -> [(path: String, template: Template)] {
        var templates = peeringTemplates()
        let topology = plan.network.topology
        if topology.isExistingVNet, topology.subnets.contains(where: { !$0.routes.isEmpty }) {
            templates.append(("network/route-tables.json", routeTablesTemplate()))
        }
        if !topology.serviceEndpoints.isEmpty {
            templates.append(("network/service-firewalls.json", serviceFirewallsTemplate()))
        }
        return templates
    }

    /// Route tables that the network team makes and attaches to its subnets.
    private func routeTablesTemplate() -> Template {
        var template = Template()
        template.parameters = [
            Template.Parameter(
                name: "location", type: .string, description: "Region of all resources.",
                standard: .expression(.property(.resourceGroup, "location")))
        ]
        for subnet in plan.network.topology.subnets where !subnet.routes.isEmpty {
            var table = Resource(.routeTable, .string("\(plan.name)-routes-\(subnet.name)"))
            table.tags = tags()
            table.properties = [
                "disableBgpRoutePropagation": false, "routes": .array(subnet.routes.map(Self.route)),
            ]
            template.resources.append(table)
            template.outputs.append(
                Template.Output(
                    name: "subnet-\(subnet.name)", type: "string",
                    value: .text(subnet.id?.text ?? subnet.name)))
        }
        return template
    }

    /// For each service the `networkAcls` or `virtualNetworkRules` that its resources need, as outputs: deploying it makes
    /// nothing and shows them with the real ids.
    private func serviceFirewallsTemplate() -> Template {
        var template = Template()
        let topology = plan.network.topology
        template.outputs = topology.serviceEndpoints.map { endpoint in
            let rules = endpoint.subnets.map { index -> ARMValue in
                let subnet = topology.subnets[index]
                let id: ARMExpression =
                    subnet.id.map { .string($0.text) } ?? vnet?.id(of: "subnets", subnet.name) ?? ""
                return ["id": .expression(id), "action": "Allow"]
            }
            return Template.Output(
                name: endpoint.service.rawValue.filter { $0 != "." }, type: "object",
                value: [
                    "service": .text(endpoint.service.azureName),
                    "networkAcls": [
                        "defaultAction": "Deny", "bypass": "AzureServices",
                        "virtualNetworkRules": .array(rules),
                    ],
                ])
        }
        return template
    }
}
