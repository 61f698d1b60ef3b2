public import Document
public import Findings
public import JSONText

/// A text that must never be shown: in no message, no log, no file that others can read.
public struct Secret: ModelValue, Equatable, CustomStringConvertible {
    private let text: String

    /// Keeps `text` from being shown.
    public init(_ text: String) { self.text = text }

    /// The text itself, for the one file that may hold it.
    public var revealed: String { text }

    /// Whether there is nothing to hide.
    public var isEmpty: Bool { text.isEmpty }

    /// Never the text.
    public var description: String { "(a secret)" }

    /// A text; the finding about another type does not repeat the value.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Secret? {
        reading.conceal(node)
        guard let text = node.string else {
            reading.wrongType(node, expected: "a string", at: path)
            return nil
        }
        return Secret(text)
    }

    /// A text.
    public static var shape: ValueShape { .text }

    /// Nothing: a model that is written again has the secret elsewhere.
    public var json: JSONValue { .string("") }
}
