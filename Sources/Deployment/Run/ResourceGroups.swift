public import Azure
import HTTPTransport
public import JSONText

/// The resource group and the providers that a deployment stands on.
public struct ResourceGroups {
    private let client: ARMClient
    private let target: DeploymentTarget

    /// The group of `target`.
    public init(_ client: ARMClient, _ target: DeploymentTarget) {
        self.client = client
        self.target = target
    }

    /// The tag of groups that slipway made, with the cluster's name: only those are deleted with the cluster.
    public static let madeTag = "slipway-made"

    /// Makes the group.
    public func create(in location: String) throws(AzureFailure) {
        _ = try client.send(
            ARMRequest(
                .put, target.groupID, .resources,
                body: ["location": .string(location), "tags": [Self.madeTag: .string(target.name)]]))
    }

    /// The group, nil if there is none.
    public func current() throws(AzureFailure) -> JSONValue? {
        do { return try client.send(ARMRequest(.get, target.groupID, .resources)).body } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    /// Registers `providers` and waits until they are.
    public func register(_ providers: [String]) throws(AzureFailure) {
        let subscription = "/subscriptions/\(target.subscription)/providers"
        for provider in providers {
            _ = try client.send(
                ARMRequest(.post, "\(subscription)/\(provider)/register", .resources, retries: .always))
        }
        var open = providers
        while !open.isEmpty {
            let answers = client.sendAll(open.map { ARMRequest(.get, "\(subscription)/\($0)", .resources) })
            var still: [String] = []
            for (provider, answer) in zip(open, answers) {
                let state = try answer.get().body["registrationState"]?.string
                if state?.lowercased() != "registered" { still.append(provider) }
            }
            open = still
            if !open.isEmpty {
                try client.pause(until: client.time.monotonic + min(10, client.pollInterval * 2))
            }
        }
    }
}
