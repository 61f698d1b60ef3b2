public import Document
public import Findings
public import JSONText

/// A value out of a fixed list of words, compared exactly.
public protocol ModelEnum: ModelValue, RawRepresentable<String>, CaseIterable {}

extension ModelEnum {
    /// One of the words; the empty text counts as not said.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Self? {
        guard let text = String.read(node, defaults: nil, at: path, into: &reading) else { return nil }
        if text.isEmpty {
            guard let standard = defaults?.string else { return nil }
            return Self(rawValue: standard)
        }
        if let value = Self(rawValue: text) { return value }
        let words = allCases.map(\.rawValue)
        let near = Spelling.nearest(to: text, among: words)
        reading.notAllowed(
            "\"\(text)\" is not one of \(words.joined(separator: ", "))", at: path,
            remedy: near.map { "write \"\($0)\"" },
            fix: near.map { .safe(.replace(path, .string($0))) })
        return nil
    }

    /// One of the words.
    public static var shape: ValueShape { .words(allCases.map(\.rawValue)) }

    /// The word.
    public var json: JSONValue { .string(rawValue) }
}
