internal import ClusterModel
public import JSONText

/// The JSON Schema of model files (draft 2020-12), made from the tables of keys that drive the reader.
///
/// What the reader takes passes it, with two exceptions: keys are in their usual spelling, because JSON Schema compares
/// them exactly, and a number such as `2.0` counts as whole. What depends on more than one key is left to the rules.
public struct ModelSchema {
    /// Spellings of acs-engine's own examples that differ from the usual one.
    private static let otherSpellings = ["vnetSubnetID": "vnetSubnetId"]
    /// The definition of values that say nothing: only they may stand at a key that is refused.
    private static let nothing = "Nothing"

    private let descriptions = KeyDescriptions()
    private var definitions: [(name: String, schema: JSONValue)] = []

    /// The schema; `defaults` is the model that holds the defaults.
    public static func json(defaults: JSONValue) -> JSONValue {
        var schema = ModelSchema()
        let root = schema.object(named: "Cluster", Cluster.keys.map(\.shape), defaults)
        let definitions = schema.definitions.sorted { $0.name < $1.name }
        return .object(
            [
                JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
                JSONMember("title", "slipway cluster model"),
            ] + (root.object ?? []) + [
                JSONMember("$defs", .object(definitions.map { JSONMember($0.name, $0.schema) }))
            ])
    }

    private init() {
        let itself = JSONValue.object([JSONMember("$ref", .string("#/$defs/\(Self.nothing)"))])
        definitions.append(
            (
                Self.nothing,
                [
                    "description": "A value that says nothing.",
                    "anyOf": [
                        ["enum": [.null, false, 0, ""]],
                        ["type": "array", "maxItems": 0],
                        ["type": "object", "additionalProperties": itself],
                    ],
                ]
            ))
    }

    private mutating func object(named name: String, _ keys: [KeyShape], _ defaults: JSONValue?) -> JSONValue
    {
        var properties: [JSONMember] = []
        for key in keys {
            let schema = property(key, defaults?[key.name])
            properties.append(JSONMember(key.name, schema))
            if let other = Self.otherSpellings[key.name] {
                properties.append(
                    JSONMember(other, .object((schema.object ?? []) + [JSONMember("deprecated", true)])))
            }
        }
        let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
        return .object(present: [
            "description": descriptions[name].map { .string($0) },
            "type": "object",
            "properties": .object(properties),
            "required": required.isEmpty ? nil : .array(required),
            "additionalProperties": false,
        ])
    }

    private mutating func property(_ key: KeyShape, _ standard: JSONValue?) -> JSONValue {
        var sentences = descriptions[key.owner, key.name].map { [$0] } ?? []
        var shape = key.value
        var isRefused = false
        var isOld = false
        var more: [JSONMember] = []
        switch key.effect {
        case .honoured: break
        case .ignored(let trigger, let reason):
            if case .isFalse = trigger {
                sentences.append("false has no effect: \(reason).")
            } else {
                sentences.append("Has no effect: \(reason).")
                isOld = true
            }
        case .refused(.isFalse, _, let reason):
            sentences.append("false is refused: \(reason).")
            more.append(JSONMember("enum", [true, .null]))
        case .refused(.otherThan(let words), _, let reason):
            sentences.append("Others than \(words.joined(separator: ", ")) are refused: \(reason).")
            shape = .words(words)
        case .refused(.anyOf(let words), _, let reason):
            sentences.append("\(words.joined(separator: ", ")) is refused: \(reason).")
            if case .words(let all) = shape { shape = .words(all.filter { !words.contains($0) }) }
        case .refused(.said, _, let reason):
            sentences.append("Refused: \(reason).")
            (isRefused, isOld) = (true, true)
        }
        for constraint in key.constraints { more += members(of: constraint, key, &sentences) }
        var members =
            sentences.isEmpty
            ? [] : [JSONMember("description", .string(sentences.joined(separator: " ")))]
        members += type(shape, isRequired: key.isRequired, standard)
        if isRefused { members.append(JSONMember("$ref", .string("#/$defs/\(Self.nothing)"))) }
        members += more
        if let standard = scalar(standard) ?? scalar(key.standard) {
            members.append(JSONMember("default", standard))
        }
        if key.isSecret { members.append(JSONMember("writeOnly", true)) }
        if isOld { members.append(JSONMember("deprecated", true)) }
        return .object(members)
    }

    private func members(
        of constraint: ConstraintShape, _ key: KeyShape, _ sentences: inout [String]
    ) -> [JSONMember] {
        switch constraint {
        case .range(let lower, let upper):
            return [JSONMember("minimum", .integer(lower))]
                + (upper.map { [JSONMember("maximum", .integer($0))] } ?? [])
        case .numbers(let numbers):
            return [
                JSONMember(
                    "enum", .array(numbers.map { JSONValue.integer($0) } + (key.isRequired ? [] : [.null])))
            ]
        case .words(let words): return [JSONMember("enum", .array(words.map { JSONValue.string($0) }))]
        case .form(let form, let pattern):
            sentences.append("Form: \(form).")
            // The empty text says nothing where nothing need be said.
            let orNothing = key.isRequired ? pattern : "^$|\(pattern)"
            return [JSONMember("pattern", .string(orNothing))]
        }
    }

    private mutating func type(_ shape: ValueShape, isRequired: Bool, _ standard: JSONValue?) -> [JSONMember]
    {
        func simple(_ name: String) -> [JSONMember] {
            [JSONMember("type", isRequired ? .string(name) : [.string(name), "null"])]
        }
        switch shape {
        case .integer: return simple("integer")
        case .number: return simple("number")
        case .boolean: return simple("boolean")
        case .text: return simple("string") + (isRequired ? [JSONMember("minLength", 1)] : [])
        case .words(let words):
            return [
                JSONMember(
                    "enum", .array(words.map { JSONValue.string($0) } + (isRequired ? [] : ["", .null])))
            ]
        case .textMap:
            return simple("object") + [JSONMember("additionalProperties", ["type": ["string", "null"]])]
        case .list(let element):
            return simple("array") + [JSONMember("items", .object(self.element(element, standard?[0])))]
        case .object(let name, let keys):
            define(name, keys, standard)
            let reference = JSONValue.string("#/$defs/\(name)")
            if isRequired { return [JSONMember("$ref", reference)] }
            return [JSONMember("anyOf", [.object([JSONMember("$ref", reference)]), ["type": "null"]])]
        case .anything: return []
        }
    }

    /// Elements of lists are not left out; their empty texts are a rule's business.
    private mutating func element(_ shape: ValueShape, _ standard: JSONValue?) -> [JSONMember] {
        if case .text = shape { return [JSONMember("type", "string")] }
        return type(shape, isRequired: true, standard)
    }

    private mutating func define(_ name: String, _ keys: () -> [KeyShape], _ defaults: JSONValue?) {
        guard !definitions.contains(where: { $0.name == name }) else { return }
        definitions.append((name, .null))
        let place = definitions.count - 1
        let schema = object(named: name, keys(), defaults)
        definitions[place].schema = schema
    }

    private func scalar(_ value: JSONValue?) -> JSONValue? {
        switch value {
        case .array, .object, .null, nil: nil
        case let scalar?: scalar
        }
    }
}
