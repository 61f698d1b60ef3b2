import AddressPlan
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// This VNet's half of each peering whose remote VNet the model names; the other half is a template of its own.
    ///
    /// One waits for the other: Azure takes one change of a VNet at a time.
    func peeringResources() -> [Resource] {
        var previous: ResourceReference?
        return plan.network.topology.peerings.compactMap { peering in
            guard let remote = peering.remoteID else { return nil }
            var resource: Resource
            switch plan.network.vnet {
            case .own(let name, _):
                resource = Self.half(of: peering, in: name, to: .string(remote), isRemote: false)
                resource.dependsOn = [vnet].compactMap(\.self)
                if peering.allowsGatewayTransit {
                    resource.dependsOn += plan.gateways.map {
                        ResourceReference(.virtualNetworkGateway, $0.name)
                    }
                }
            case .existing(let subnet, _):
                var inner = Template()
                inner.resources = [
                    Self.half(of: peering, in: subnet.virtualNetwork, to: .string(remote), isRemote: false)
                ]
                resource = nested("\(plan.name)-peering-\(peering.name)", inner, [])
                resource.subscription = subnet.subscription
                resource.resourceGroup = subnet.resourceGroup
            }
            if let previous { resource.dependsOn.append(previous) }
            previous = resource.reference
            return resource
        }
    }

    /// `network/peering-NAME.json` for each of them: the half that the other VNet's owner deploys.
    func peeringTemplates() -> [(path: String, template: Template)] {
        plan.network.topology.peerings.compactMap { peering in
            guard let remote = peering.remoteID.flatMap({ SubnetID("\($0)/subnets/any") }) else { return nil }
            var template = Template()
            var standard: ARMValue?
            if case .existing(let subnet, _) = plan.network.vnet { standard = .text(subnet.virtualNetworkID) }
            template.parameters = [
                Template.Parameter(
                    name: "clusterVnetId", type: .string,
                    description: "Id of the cluster's VNet: the output virtualNetworkId of azuredeploy.json.",
                    standard: standard)
            ]
            template.resources = [
                Self.half(
                    of: peering, in: remote.virtualNetwork, to: .parameter("clusterVnetId"), isRemote: true,
                    name: plan.name)
            ]
            return ("network/peering-\(peering.name).json", template)
        }
    }

    private static func half(
        of peering: Peering, in network: String, to remote: ARMExpression, isRemote: Bool, name: String? = nil
    ) -> Resource {
        var resource = Resource(.virtualNetworkPeering, .string(network), .string(name ?? peering.name))
        resource.isRegional = false
        resource.properties = [
            "remoteVirtualNetwork": .id(remote),
            "allowVirtualNetworkAccess": true,
            "allowForwardedTraffic": .bool(isRemote || peering.allowsForwardedTraffic),
            "allowGatewayTransit": .bool(
                isRemote ? peering.usesRemoteGateways : peering.allowsGatewayTransit),
            "useRemoteGateways": .bool(
                isRemote ? peering.allowsGatewayTransit : peering.usesRemoteGateways),
        ]
        return resource
    }
}
