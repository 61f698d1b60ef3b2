import ClusterModel
import JSONText
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// The parameter for slipway-vnet's URL.
    static let pluginURL = "slipwayVnetUrl"

    /// Keys of connections; machines never get them.
    var connectionKeys: [SecureParameter] {
        plan.gateways.flatMap(\.connections).compactMap(\.key).map {
            SecureParameter(
                name: $0.parameter, source: .given($0.source),
                description: "Key of the connection to \($0.site), which its other end knows, too.")
        }
    }

    func parameters() -> [Template.Parameter] {
        let standard: ARMValue =
            plan.location.map { .text($0) } ?? .expression(.property(.resourceGroup, "location"))
        var parameters = [
            Template.Parameter(
                name: "location", type: .string, description: "Region of all resources.", standard: standard)
        ]
        if plan.plugin.url == nil {
            parameters.append(
                Template.Parameter(
                    name: Self.pluginURL, type: .string,
                    description:
                        "https URL from which nodes fetch plugin/slipway-vnet. They compare its SHA-256."))
        }
        return parameters
            + (secureParameters() + connectionKeys).map {
                Template.Parameter(name: $0.name, type: .secureString, description: $0.description)
            }
    }

    func openParameters() -> [String] {
        let open = (secureParameters() + connectionKeys).filter {
            if case .given(.deployment) = $0.source { true } else { false }
        }
        return (plan.plugin.url == nil ? [Self.pluginURL] : []) + open.map(\.name)
    }

    /// A parameter file: secrets that the model holds go to the secure one, everything else to the other.
    func parametersFile(secure: Bool) -> JSONValue {
        var members: [JSONMember] = []
        if !secure, let location = plan.location {
            members.append(JSONMember("location", ["value": .string(location)]))
        }
        for parameter in secureParameters() + connectionKeys {
            switch parameter.source {
            case .made where secure:
                guard let value = secretValues[parameter.name] else { continue }
                members.append(JSONMember(parameter.name, ["value": .string(value)]))
            case .given(.model(let secret)) where secure:
                members.append(JSONMember(parameter.name, ["value": .string(secret.revealed)]))
            case .given(.keyVault(let vault, let name, let version)) where !secure:
                members.append(
                    JSONMember(
                        parameter.name,
                        [
                            "reference": .object(present: [
                                "keyVault": ["id": .string(vault)],
                                "secretName": .string(name),
                                "secretVersion": version.map { .string($0) },
                            ])
                        ]))
            case .made, .given: break
            }
        }
        return [
            "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
            "contentVersion": "1.0.0.0",
            "parameters": .object(members),
        ]
    }

    /// The parts of user data that many machines share.
    func variables() -> [(name: String, value: ARMValue)] {
        let masters = [(name: "masterUserData", value: ARMValue.text(userData.masters.common))]
        guard let first = userData.pools.first else { return masters }
        return masters + [(name: "nodeUserData", value: .text(first.common))]
    }

    func outputs() -> [Template.Output] {
        var outputs = [
            Template.Output(
                name: "apiServerInternalAddress", type: "string",
                value: .text("\(plan.apiServer.internalAddress)")),
            Template.Output(
                name: "masterAddresses", type: "array",
                value: .array(plan.masters.machines.map { .text("\($0.address)") })),
        ]
        if let access = plan.apiServer.publicAccess {
            let ip = ResourceReference(.publicIPAddress, access.publicIPName)
            outputs.append(
                Template.Output(
                    name: "apiServerFQDN", type: "string",
                    value: .expression(.property(.property(reference(ip), "dnsSettings"), "fqdn"))))
        }
        if let jumpbox = plan.jumpbox {
            let ip = ResourceReference(.publicIPAddress, jumpbox.publicIPName)
            outputs.append(
                Template.Output(
                    name: "jumpboxAddress", type: "string",
                    value: .expression(.property(reference(ip), "ipAddress"))))
        }
        if !plan.network.topology.peerings.allSatisfy({ $0.remoteID == nil }) {
            outputs.append(
                Template.Output(
                    name: "virtualNetworkId", type: "string", value: .expression(virtualNetworkID)))
        }
        if let identity {
            outputs.append(
                Template.Output(
                    name: "identityClientId", type: "string",
                    value: .expression(.property(reference(identity), "clientId"))))
        }
        return outputs
    }

    /// The state of a resource of this template.
    func reference(_ resource: ResourceReference) -> ARMExpression {
        .call("reference", [resource.id, .string(resource.type.apiVersion)])
    }
}
