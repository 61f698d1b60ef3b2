import AddressPlan
import ClusterModel
import JSONText
public import NetworkPlan

/// Prints a plan as resources. Each kind of resource has a file of its own; nothing is decided here but how the
/// resources are shared out over templates.
struct Renderer {
    let plan: ClusterPlan
    let userData: ClusterUserData
    /// Values of the secure parameters that slipway made, by name.
    let secretValues: [String: String]

    var vnet: ResourceReference? {
        if case .own(let name, _) = plan.network.vnet {
            ResourceReference(.virtualNetwork, name)
        } else {
            nil
        }
    }
    var securityGroup: ResourceReference {
        ResourceReference(.networkSecurityGroup, plan.network.securityGroupName)
    }
    var identity: ResourceReference? {
        if case .managedIdentity(let name) = plan.identity {
            ResourceReference(.userAssignedIdentity, name)
        } else {
            nil
        }
    }

    func artifacts() throws(TemplateTooLarge) -> DeploymentArtifacts {
        var template = Template()
        template.parameters = parameters()
        template.variables = variables()
        template.resources = sharedResources() + masterResources() + jumpboxResources()
        template.resources += try poolResources(beside: template.resources.count)
        template.outputs = outputs()
        let text = JSONWriter.bytes(of: template.json)
        guard text.count <= ARMLimits.templateBytes, template.resources.count <= ARMLimits.resources else {
            throw TemplateTooLarge(
                description:
                    "the template has \(text.count) bytes and \(template.resources.count) resources; ARM takes "
                    + "\(ARMLimits.templateBytes) and \(ARMLimits.resources), and it is in nested deployments already"
            )
        }
        return DeploymentArtifacts(
            template: text, parameters: parametersFile(secure: false),
            secureParameters: parametersFile(secure: true),
            openParameters: openParameters(),
            handover: handoverTemplates().map { ($0.path, $0.template.json) })
    }

    /// Resources that the machines stand on.
    private func sharedResources() -> [Resource] {
        virtualNetworkResources() + egressResources() + apiServerResources() + gatewayResources()
            + peeringResources() + privateEndpointResources() + podAddressResources() + identityResources()
            + (plan.masters.availabilitySet.map { [availabilitySet($0)] } ?? [])
    }

    /// The id of the subnet at `index` of the layout.
    func subnetID(_ index: Int) -> ARMExpression {
        let subnet = plan.network.subnets[index]
        if let id = subnet.id { return .string(id.text) }
        guard let vnet else { return "" }
        return vnet.id(of: "subnets", subnet.name)
    }

    /// A resource's tags: the cluster's, slipway's own, and `more`.
    func tags(_ more: StringMap = [:], role: String? = nil) -> [ARMValue.Member] {
        var tags = plan.tags
        tags["slipway-cluster"] = plan.name
        if let role { tags["slipway-role"] = role }
        for entry in more.entries { tags[entry.key] = entry.value }
        return tags.entries.map { ARMValue.Member(name: $0.key, value: .text($0.value)) }
    }
}

extension DeploymentArtifacts {
    /// The templates of `plan`, whose machines get `userData`; `secretValues` are the secure parameters that slipway
    /// made, by name.
    ///
    /// - Throws: where ARM's limits cannot be met.
    public init(
        _ plan: ClusterPlan, _ userData: ClusterUserData, secretValues: [String: String]
    ) throws(TemplateTooLarge) {
        self = try Renderer(plan: plan, userData: userData, secretValues: secretValues).artifacts()
    }
}
