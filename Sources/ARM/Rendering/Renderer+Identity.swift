import AddressPlan
import NetworkPlan

/// A role of Azure's own.
///
/// Source: Microsoft Learn, "Azure built-in roles".
enum BuiltInRole: String {
    case networkContributor = "4d97b98b-1d4f-4787-a291-c67834d212e7"
    case virtualMachineContributor = "9980e02c-c2be-4d73-94e8-173b1dc7cf3c"

    var id: ARMExpression {
        .call("subscriptionResourceId", ["Microsoft.Authorization/roleDefinitions", .string(rawValue)])
    }
}

extension Renderer {
    /// The managed identity and what it may do: load balancers, addresses and disks in the cluster's own group, and joining
    /// the existing subnets, nothing else of them.
    func identityResources() -> [Resource] {
        guard case .managedIdentity(let name) = plan.identity else { return [] }
        var resource = Resource(.userAssignedIdentity, .string(name))
        resource.tags = tags()
        let principal = ARMExpression.property(reference(resource.reference), "principalId")
        let roles = [BuiltInRole.networkContributor, .virtualMachineContributor].map { role in
            var assignment = assignment(
                of: role, to: principal, at: .property(.resourceGroup, "id"), resource.reference)
            assignment.dependsOn = [resource.reference]
            return assignment
        }
        return [resource] + roles
            + existingSubnets().map { assignment(on: $0, to: principal, resource.reference) }
    }

    /// The identities of machines: masters have the cluster's, and all machines the one that only pulls images, where the model names
    /// one. Nodes have no other to steal.
    func identityValue(ofMasters isMaster: Bool) -> ARMValue? {
        var names: [String] = []
        switch plan.identity {
        case .managedIdentity where isMaster:
            // A key of an object can be an expression, too.
            names += identity.map { ["[\($0.id.code)]"] } ?? []
        case .existingManagedIdentity(let id) where isMaster: names.append(id)
        case .managedIdentity, .existingManagedIdentity, .servicePrincipal: break
        }
        if let id = plan.kubernetes.registryIdentity, !names.contains(id) { names.append(id) }
        guard !names.isEmpty else { return nil }
        return [
            "type": "UserAssigned",
            "userAssignedIdentities": .object(names.map { ARMValue.Member(name: $0, value: [:]) }),
        ]
    }

    private func existingSubnets() -> [SubnetID] { plan.network.subnets.compactMap(\.id) }

    private func assignment(
        of role: BuiltInRole, to principal: ARMExpression, at scope: ARMExpression, _ owner: ResourceReference
    ) -> Resource {
        var assignment = Resource(
            .roleAssignment, .call("guid", [scope, owner.id, .string(role.rawValue)]))
        assignment.isRegional = false
        assignment.properties = [
            "roleDefinitionId": .expression(role.id),
            "principalId": .expression(principal),
            // Without the type Azure looks the principal up, and does not find one that is a second old.
            "principalType": "ServicePrincipal",
        ]
        return assignment
    }

    /// A subnet of another group: its role assignment is a deployment there.
    private func assignment(
        on subnet: SubnetID, to principal: ARMExpression, _ owner: ResourceReference
    ) -> Resource {
        var inner = Template()
        inner.parameters = [
            Template.Parameter(name: "principalId", type: .string, description: "The cluster's identity."),
            Template.Parameter(
                name: "assignment", type: .string, description: "Name of the role assignment."),
        ]
        var role = Resource(.roleAssignment, .parameter("assignment"))
        role.isRegional = false
        role.scope = "Microsoft.Network/virtualNetworks/\(subnet.virtualNetwork)/subnets/\(subnet.subnet)"
        role.properties = [
            "roleDefinitionId": .expression(BuiltInRole.networkContributor.id),
            "principalId": .expression(.parameter("principalId")),
            "principalType": "ServicePrincipal",
        ]
        inner.resources = [role]
        var deployment = nested(
            "\(plan.name)-subnet-\(subnet.subnet)-role", inner,
            [
                ("principalId", .expression(principal)),
                (
                    "assignment",
                    .expression(
                        .call(
                            "guid",
                            [
                                .string(subnet.text), owner.id,
                                .string(BuiltInRole.networkContributor.rawValue),
                            ]))
                ),
            ])
        deployment.subscription = subnet.subscription
        deployment.resourceGroup = subnet.resourceGroup
        deployment.dependsOn = [owner]
        return deployment
    }

    /// A deployment within the deployment, whose expressions are evaluated inside.
    func nested(_ name: String, _ template: Template, _ parameters: [(String, ARMValue)]) -> Resource {
        // Names of deployments have 64 characters at most.
        var deployment = Resource(.deployment, .string(String(name.prefix(64))))
        deployment.isRegional = false
        deployment.properties = [
            "mode": "Incremental",
            "expressionEvaluationOptions": ["scope": "inner"],
            "parameters": .object(parameters.map { ARMValue.Member(name: $0.0, value: ["value": $0.1]) }),
            "template": template.value,
        ]
        return deployment
    }
}
