public import JSONText

/// A value in a template: JSON in which texts are told from expressions.
public enum ARMValue: Sendable, Equatable {
    case bool(Bool)
    case integer(Int)
    case double(Double)
    /// A text, whatever it looks like.
    case text(String)
    /// An expression, which ARM evaluates.
    case expression(ARMExpression)
    case array([ARMValue])
    case object([Member])
    /// JSON in which texts and expressions are told apart already: an inner template.
    case written(JSONValue)

    /// A member of an object.
    public struct Member: Sendable, Equatable {
        var name: String
        var value: ARMValue
    }

    /// The value as it is written.
    public var json: JSONValue {
        switch self {
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        // A text that begins with a bracket would be taken for an expression.
        case .text(let text): .string(text.hasPrefix("[") ? "[\(text)" : text)
        // A text needs no function call around it.
        case .expression(.string(let text)): .string(text.hasPrefix("[") ? "[\(text)" : text)
        case .expression(let expression): .string("[\(expression.code)]")
        case .array(let elements): .array(elements.map(\.json))
        case .object(let members): .object(members.map { JSONMember($0.name, $0.value.json) })
        case .written(let json): json
        }
    }

    /// An object of those members that are not nil.
    static func present(_ members: KeyValuePairs<String, ARMValue?>) -> ARMValue {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// An object with `id` alone, as ARM refers to resources.
    static func id(_ expression: ARMExpression) -> ARMValue { ["id": .expression(expression)] }
    /// An object with `id` alone, for an id that the model gives.
    static func id(_ text: String) -> ARMValue { ["id": .text(text)] }
}

extension ARMValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: ARMValue...) { self = .array(elements) }
    /// An object with the members in the written order.
    public init(dictionaryLiteral elements: (String, ARMValue)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }
}
