/// A resource of the template, for ids and `dependsOn`.
public struct ResourceReference: Sendable, Hashable {
    /// Its type.
    public let type: ResourceType
    /// Its name; for children the parents' names first.
    public let names: [ARMExpression]

    /// The resource of `type` with a name known here.
    public init(_ type: ResourceType, _ name: String) {
        self.type = type
        names = [.string(name)]
    }

    /// The resource of `type` with names that ARM computes.
    public init(_ type: ResourceType, names: [ARMExpression]) {
        self.type = type
        self.names = names
    }

    /// Its id.
    var id: ARMExpression { .call("resourceId", [.string(type.rawValue)] + names) }

    /// The id of a part of it, such as a load balancer's backend pool.
    func id(of part: String, _ name: String) -> ARMExpression {
        .call("resourceId", [.string("\(type.rawValue)/\(part)")] + names + [.string(name)])
    }
}
