import AddressPlan
public import Azure
import HTTPTransport
import JSONText
import NetworkPlan

/// What a deployment would do, as Azure foresees it.
public struct ChangePlan: Sendable, Equatable {
    /// The changes: the network team's first.
    public var changes: [ResourceChange]
    /// Whether the resource group is made first, so that Azure could not be asked.
    public var makesGroup: Bool

    /// Changes of resources that are the network team's.
    public var networkChanges: [ResourceChange] { changes.filter { $0.owner == .network && $0.isEffective } }

    /// How many changes there are of a kind, noise not counted as a change.
    public func count(_ kind: ResourceChange.Kind) -> Int {
        changes.count { $0.kind == kind && !($0.kind == .modify && $0.isNoise) }
    }

    /// Asks Azure.
    ///
    /// - Throws: where Azure cannot say, which does not mean that the deployment would fail.
    public static func ask(
        _ client: ARMClient, _ cluster: ClusterToDeploy, _ target: DeploymentTarget
    ) throws(AzureFailure) -> ChangePlan {
        var body = cluster.body(with: cluster.placeholders)
        if case .object(var members) = body, case .object(var properties) = members[0].value {
            properties.append(JSONMember("whatIfSettings", ["resultFormat": "FullResourcePayloads"]))
            members[0].value = .object(properties)
            body = .object(members)
        }
        let request = ARMRequest(
            .post, "\(target.deploymentID)/whatIf", .resources, body: body, retries: .always, timeout: 300)
        let answer = try client.finish(request, preferringLocation: true)
        if let status = answer.body["status"]?.string, status.lowercased() == "failed" {
            let error =
                ServiceError(answer.body)
                ?? ServiceError(code: "WhatIfFailed", message: "Azure gave no reason")
            throw .service(
                AzureFailure.Refusal(
                    status: answer.status, error: error, correlationID: answer.correlationID,
                    call: request.summary))
        }
        return ChangePlan(changes: ChangeReader(target: target).changes(answer.body), makesGroup: false)
    }

    /// What is made where the group does not exist yet: everything in the template.
    public static func everything(in cluster: ClusterToDeploy, _ target: DeploymentTarget) -> ChangePlan {
        var changes: [ResourceChange] = []
        for type in cluster.resourceTypes where type != "Microsoft.Resources/deployments" {
            let count = TemplateCounts.count(type, in: cluster.template)
            changes.append(
                ResourceChange(
                    id: "\(target.groupID)/providers/\(type)", type: type, name: "\(count) of them",
                    kind: .create,
                    properties: [], reason: nil, owner: .cluster))
        }
        for subnet in cluster.plan.network.subnets.compactMap(\.id) where cluster.assignsRoles {
            changes.append(
                ResourceChange(
                    id: "\(subnet.text)/providers/Microsoft.Authorization/roleAssignments",
                    type: "Microsoft.Authorization/roleAssignments",
                    name: "on \(subnet.virtualNetwork)/\(subnet.subnet)",
                    kind: .create, properties: [], reason: nil, owner: .grant))
        }
        return ChangePlan(
            changes: changes.sorted { ($0.owner.rank, $0.id) < ($1.owner.rank, $1.id) }, makesGroup: true)
    }
}
