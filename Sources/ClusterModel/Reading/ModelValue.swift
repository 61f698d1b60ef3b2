public import Document
public import Findings
public import JSONText

/// A type that a key of a model can have.
public protocol ModelValue: Sendable {
    /// The value of `node`, with what it leaves out taken from `defaults`; nil, and a finding, if it has another
    /// type.
    static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Self?

    /// The value as it stands in a model file.
    var json: JSONValue { get }

    /// The type for a schema.
    static var shape: ValueShape { get }
}

extension Int: ModelValue {
    /// A whole number; never one in quotes.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Int? {
        if case .integer(let number) = node.content { return number }
        guard case .string(let text) = node.content, let number = Int(text) else {
            reading.wrongType(node, expected: "a whole number", at: path)
            return nil
        }
        reading.wrongType(
            node, expected: "a whole number", at: path, remedy: "write it without quotes: \(text)",
            fix: .safe(.replace(path, .integer(number))))
        return nil
    }

    /// The number.
    public var json: JSONValue { .integer(self) }

    /// A whole number.
    public static var shape: ValueShape { .integer }
}

extension Bool: ModelValue {
    /// `true` or `false`; never in quotes.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Bool? {
        if case .bool(let flag) = node.content { return flag }
        guard case .string(let text) = node.content, let flag = Bool(text) else {
            reading.wrongType(node, expected: "true or false", at: path)
            return nil
        }
        reading.wrongType(
            node, expected: "true or false", at: path, remedy: "write it without quotes: \(text)",
            fix: .safe(.replace(path, .bool(flag))))
        return nil
    }

    /// The boolean.
    public var json: JSONValue { .bool(self) }

    /// A boolean.
    public static var shape: ValueShape { .boolean }
}

extension Double: ModelValue {
    /// A number.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Double? {
        switch node.content {
        case .double(let number): return number
        case .integer(let number): return Double(number)
        default:
            reading.wrongType(node, expected: "a number", at: path)
            return nil
        }
    }

    /// The number.
    public var json: JSONValue { .double(self) }

    /// A number.
    public static var shape: ValueShape { .number }
}

extension String: ModelValue {
    /// A text.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> String? {
        if case .string(let text) = node.content {
            // Whatever key it stands at.
            if text.holdsPrivateKey { reading.conceal(node) }
            return text
        }
        let written = node.scalarText
        // A `--set` flag has no quotes to tell text from numbers: where text is wanted, it is text.
        if case .assignment = node.span.origin, let written { return written }
        reading.wrongType(
            node, expected: "a string", at: path, remedy: written.map { "put it in quotes: \"\($0)\"" },
            fix: written.map { .safe(.replace(path, .string($0))) })
        return nil
    }

    /// The text.
    public var json: JSONValue { .string(self) }

    /// A text.
    public static var shape: ValueShape { .text }
}

extension Array: ModelValue where Element: ModelValue {
    /// A list; each element takes what it leaves out from the first element of the defaults.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> [Element]? {
        guard let elements = node.elements else {
            reading.wrongType(node, expected: "a list", at: path)
            return nil
        }
        return elements.enumerated().compactMap { index, element in
            Element.read(element, defaults: defaults?.elements?.first, at: path[index], into: &reading)
        }
    }

    /// The list.
    public var json: JSONValue { .array(map(\.json)) }

    /// A list.
    public static var shape: ValueShape { .list(Element.shape) }
}

extension Node {
    /// A boolean or whole number as it would be written.
    var scalarText: String? {
        switch content {
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        default: nil
        }
    }
}
