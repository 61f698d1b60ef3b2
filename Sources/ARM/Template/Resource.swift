/// A resource of a template.
public struct Resource: Sendable {
    /// A loop that makes several.
    public struct Loop: Sendable, Hashable {
        /// The loop's name.
        var name: String
        /// How many.
        var count: Int
    }

    var type: ResourceType
    /// The name; for children the parents' names first.
    var names: [ARMExpression]
    /// Whether it has a location.
    var isRegional = true
    /// Whether it is everywhere, as private DNS zones are.
    var isGlobal = false
    /// The resource group of a nested deployment elsewhere.
    var resourceGroup: String?
    /// The subscription of a nested deployment elsewhere.
    var subscription: String?
    /// What an extension resource is attached to, below the deployment's group.
    var scope: String?
    var tags: [ARMValue.Member] = []
    var sku: ARMValue?
    var zones: [String] = []
    var identity: ARMValue?
    var loop: Loop?
    var dependsOn: [ResourceReference] = []
    var properties: ARMValue?

    init(_ type: ResourceType, _ name: ARMExpression...) {
        self.type = type
        names = name
    }

    /// For others to refer to it.
    var reference: ResourceReference { ResourceReference(type, names: names) }

    /// The resource as it stands in a template.
    var value: ARMValue {
        .present([
            "type": .text(type.rawValue),
            "apiVersion": .text(type.apiVersion),
            "name": .expression(fullName),
            "subscriptionId": subscription.map { .text($0) },
            "resourceGroup": resourceGroup.map { .text($0) },
            "scope": scope.map { .text($0) },
            "location": isGlobal ? "global" : isRegional ? .expression(.parameter("location")) : nil,
            "copy": loop.map { ["name": .text($0.name), "count": .integer($0.count)] },
            "tags": tags.isEmpty ? nil : .object(tags),
            "sku": sku,
            "zones": zones.isEmpty ? nil : .array(zones.map { .text($0) }),
            "identity": identity,
            "dependsOn": dependsOn.isEmpty ? nil : .array(uniqueDependencies),
            "properties": properties,
        ])
    }

    private var fullName: ARMExpression {
        guard names.count > 1 else { return names.first ?? "" }
        let texts = names.compactMap { if case .string(let text) = $0 { text } else { nil } }
        if texts.count == names.count { return .string(texts.joined(separator: "/")) }
        return .call("concat", Array(names.map { [$0] }.joined(separator: [.string("/")])))
    }

    private var uniqueDependencies: [ARMValue] {
        var seen: Set<ResourceReference> = []
        return dependsOn.filter { seen.insert($0).inserted }.map { .expression($0.id) }
    }
}
