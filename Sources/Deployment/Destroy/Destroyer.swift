import AddressPlan
public import Azure
import HTTPTransport
import JSONText

/// Deletes what a cluster owns, and nothing else.
public struct Destroyer {
    private let client: ARMClient
    private let target: DeploymentTarget

    /// Deletes the cluster in `target`.
    public init(_ client: ARMClient, _ target: DeploymentTarget) {
        self.client = client
        self.target = target
    }

    /// What would be deleted, nil where the group does not exist.
    ///
    /// - Parameters:
    ///   - subnets: ids of the network team's subnets on which the cluster's identity has roles.
    ///   - machines: names of the cluster's machines, and those of its pools.
    public func list(subnets: [String], machines: [String]) throws(AzureFailure) -> OwnedResources? {
        guard let group = try ResourceGroups(client, target).current() else { return nil }
        let resources = try client.send(.list("\(target.groupID)/resources", .resources)).list
        var owned = OwnedResources(resources, cluster: target.name, machines: machines, group: group)
        owned.grants = try grants(of: owned, on: subnets)
        return owned
    }

    /// Role assignments of the cluster's own identities on `subnets`.
    private func grants(of owned: OwnedResources, on subnets: [String]) throws(AzureFailure)
        -> [OwnedResources.Item]
    {
        let identities = owned.waves.flatMap { $0 }.filter {
            $0.type.lowercased() == "microsoft.managedidentity/userassignedidentities"
        }
        guard !identities.isEmpty else { return [] }
        let scopes = subnets + [target.groupID]
        var principals: Set<String> = []
        for answer in client.sendAll(identities.map { ARMRequest(.get, $0.id, .managedIdentity) }) {
            if let principal = try answer.get().body["properties"]?["principalId"]?.string {
                principals.insert(principal.lowercased())
            }
        }
        var items: [OwnedResources.Item] = []
        let lists = client.sendAll(
            scopes.map { .list("\($0)/providers/Microsoft.Authorization/roleAssignments", .authorization) })
        for answer in lists {
            // Who may not read the team's role assignments may not delete them either: they are named to the user.
            if case .failure(let failure) = answer, failure.isForbidden || failure.isNotFound { continue }
            for value in try answer.get().list {
                guard let id = value["id"]?.string, let properties = value["properties"],
                    let principal = properties["principalId"]?.string,
                    principals.contains(principal.lowercased()),
                    // An assignment that is inherited from above is not this scope's.
                    scopes.contains(where: { id.lowercased().hasPrefix($0.lowercased() + "/") })
                else { continue }
                items.append(
                    OwnedResources.Item(
                        id: id, type: "Microsoft.Authorization/roleAssignments",
                        name: id.split(separator: "/").last.map(String.init) ?? id))
            }
        }
        return items
    }

    /// Deletes `owned`, wave by wave; what is gone already is passed over.
    ///
    /// - Parameter progress: told of each resource that is gone.
    public func delete(
        _ owned: OwnedResources, progress: (OwnedResources.Item) -> Void
    ) throws(AzureFailure) {
        // Rights on the network team's subnets first: they outlive the group.
        let outside = owned.grants.filter { !target.owns($0.id) }
        if !outside.isEmpty { try delete(outside, progress) }
        if owned.madeGroup, owned.foreign.isEmpty { return try deleteGroup(progress) }
        let inside = owned.grants.filter { target.owns($0.id) }
        if !inside.isEmpty { try delete(inside, progress) }
        for wave in owned.waves { try delete(wave, progress) }
        let rest = try client.send(.list("\(target.groupID)/resources", .resources)).list
        if owned.madeGroup, rest.isEmpty { try deleteGroup(progress) }
    }

    /// Deletes the group with all that is in it, in Azure's own order.
    private func deleteGroup(_ progress: (OwnedResources.Item) -> Void) throws(AzureFailure) {
        _ = try client.finish(ARMRequest(.delete, target.groupID, .resources))
        progress(
            OwnedResources.Item(
                id: target.groupID, type: "Microsoft.Resources/resourceGroups", name: target.resourceGroup))
    }

    private func delete(
        _ wave: [OwnedResources.Item], _ progress: (OwnedResources.Item) -> Void
    ) throws(AzureFailure) {
        var open = wave
        // What is still held by something that goes at the same time is deleted at the next try.
        for attempt in 0..<5 where !open.isEmpty {
            let answers = client.sendAll(
                open.map { ARMRequest(.delete, $0.id, APIVersion.of(type: $0.type)) })
            var failed: [(OwnedResources.Item, AzureFailure)] = []
            for (item, answer) in zip(open, answers) {
                do throws(AzureFailure) {
                    if var operation = try LongRunningOperation(try answer.get()) {
                        _ = try operation.wait(client)
                    }
                    progress(item)
                } catch {
                    if error.isNotFound { progress(item) } else { failed.append((item, error)) }
                }
            }
            if let hopeless = failed.first(where: { !Self.isHeld($0.1) || attempt == 4 }) { throw hopeless.1 }
            open = failed.map(\.0)
            if !open.isEmpty { try client.pause(until: client.time.monotonic + client.pollInterval) }
        }
    }

    /// Whether something else still holds the resource.
    private static func isHeld(_ failure: AzureFailure) -> Bool {
        guard let refusal = failure.refusal else { return false }
        return refusal.status == 409
            || ["InUse", "NicInUse", "OperationNotAllowed", "AnotherOperationInProgress"].contains {
                code in refusal.error.contains(code)
            }
            || refusal.error.innermost.contains {
                $0.code.hasPrefix("InUse") || $0.code.hasSuffix("InUse")
                    || $0.code.contains("CannotBeDeleted")
            }
    }
}
