public import Azure
public import JSONText

/// A deployment as Azure shows it.
public struct DeploymentState: Sendable {
    /// The state in Azure's word, such as `Running`.
    public let state: String
    /// The id of the run.
    public let correlationID: String?
    /// When it last changed, as Azure writes it.
    public let timestamp: String?
    /// How long it ran, as Azure writes it.
    public let duration: String?
    /// Its outputs, by name.
    public let outputs: [JSONMember]
    /// What waits for what: ids of resources by the id of the resource that waits.
    public let dependencies: [String: [String]]
    /// Why it failed.
    public let error: ServiceError?

    /// The deployment that `value` describes.
    public init?(_ value: JSONValue) {
        guard let properties = value["properties"], let state = properties["provisioningState"]?.string else {
            return nil
        }
        self.state = state
        correlationID = properties["correlationId"]?.string
        timestamp = properties["timestamp"]?.string
        duration = properties["duration"]?.string
        outputs = properties["outputs"]?.object ?? []
        error = properties["error"].flatMap { ServiceError($0) }
        var dependencies: [String: [String]] = [:]
        for dependency in properties["dependencies"]?.array ?? [] {
            guard let id = dependency["id"]?.string else { continue }
            dependencies[id.lowercased()] = (dependency["dependsOn"]?.array ?? []).compactMap {
                $0["id"]?.string?.lowercased()
            }
        }
        self.dependencies = dependencies
    }

    /// Whether it has come to its end.
    public var isFinished: Bool { ["succeeded", "failed", "canceled"].contains(state.lowercased()) }
    /// Whether it has done what it should.
    public var hasSucceeded: Bool { state.lowercased() == "succeeded" }

    /// The text of the output `name`.
    public func output(_ name: String) -> String? {
        outputs.first { $0.name.lowercased() == name.lowercased() }?.value["value"]?.string
    }
}
