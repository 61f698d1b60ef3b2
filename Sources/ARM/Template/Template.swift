public import JSONText

/// A deployment template.
public struct Template: Sendable {
    /// The type of a parameter.
    enum ParameterType: String {
        case string, secureString, int
    }

    /// A parameter.
    struct Parameter: Sendable {
        var name: String
        var type: ParameterType
        var description: String
        var standard: ARMValue?
    }

    /// An output.
    struct Output: Sendable {
        var name: String
        var type: String
        var value: ARMValue
    }

    var parameters: [Parameter] = []
    var variables: [(name: String, value: ARMValue)] = []
    var resources: [Resource] = []
    var outputs: [Output] = []

    /// The template as ARM reads it.
    public var json: JSONValue {
        .object(present: [
            "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
            "contentVersion": "1.0.0.0",
            "parameters": parameters.isEmpty
                ? nil : .object(parameters.map { JSONMember($0.name, Self.json(of: $0)) }),
            "variables": variables.isEmpty
                ? nil : .object(variables.map { JSONMember($0.name, $0.value.json) }),
            "resources": .array(resources.map(\.value.json)),
            "outputs": outputs.isEmpty
                ? nil
                : .object(
                    outputs.map { JSONMember($0.name, ["type": .string($0.type), "value": $0.value.json]) }),
        ])
    }

    /// The template as part of a nested deployment.
    var value: ARMValue { .written(json) }

    private static func json(of parameter: Parameter) -> JSONValue {
        .object(present: [
            "type": .string(parameter.type.rawValue),
            "defaultValue": parameter.standard?.json,
            "metadata": ["description": .string(parameter.description)],
        ])
    }
}
