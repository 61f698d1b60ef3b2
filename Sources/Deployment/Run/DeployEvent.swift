public import JSONText

/// Something that happened during a deployment.
public struct DeployEvent: Sendable {
    /// What kind of thing, such as `resource`.
    public var name: String
    /// For people, one line; nil where there is nothing to say to them.
    public var text: String?
    /// For tools.
    public var details: [JSONMember]

    /// An event.
    public init(_ name: String, _ text: String?, _ details: KeyValuePairs<String, JSONValue?> = [:]) {
        self.name = name
        self.text = text
        self.details = details.compactMap { name, value in value.map { JSONMember(name, $0) } }
    }
}

/// Whoever shows how a deployment goes.
public protocol DeployObserver: AnyObject {
    /// Something happened.
    func happened(_ event: DeployEvent)
    /// How all resources stand.
    func progressed(_ board: OperationsBoard)
}
