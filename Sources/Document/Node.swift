/// A value of a model as it stands in the text: what it is and where.
public struct Node: Sendable, Equatable {
    /// What a node is.
    public enum Content: Sendable, Equatable {
        case null
        case bool(Bool)
        case integer(Int)
        /// A number with a fraction or exponent, or an integer beyond 64 bits.
        case double(Double)
        case string(String)
        case array([Node])
        case object([Member])
    }

    /// A key and its value.
    public struct Member: Sendable, Equatable {
        /// The key as written.
        public var key: String
        /// Where the key stands, with its quotes.
        public var keySpan: SourceSpan
        /// The value.
        public var value: Node

        /// A member at a place.
        public init(_ key: String, at keySpan: SourceSpan, _ value: Node) {
            self.key = key
            self.keySpan = keySpan
            self.value = value
        }
    }

    /// What the value is.
    public var content: Content
    /// Where it stands.
    public var span: SourceSpan

    /// A value at a place.
    public init(_ content: Content, at span: SourceSpan) {
        self.content = content
        self.span = span
    }

    /// The members, or nil if this is no object.
    public var members: [Member]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The elements, or nil if this is no array.
    public var elements: [Node]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// The text, or nil if this is no string.
    public var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    /// The member whose key is `key` without regard to the case of letters, as Go's `encoding/json` matches.
    public func member(_ key: String) -> Member? {
        guard let members else { return nil }
        return members.first { $0.key == key } ?? members.first { $0.key.equalsIgnoringCase(key) }
    }

    /// Whether the value is null, false, 0, "" or empty: what Go's tools take for "not said".
    public var isZero: Bool {
        switch content {
        case .null: true
        case .bool(let flag): !flag
        case .integer(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let members): members.allSatisfy(\.value.isZero)
        }
    }

    /// What the value is, in words with an article, for messages.
    public var kind: String {
        switch content {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "a whole number"
        case .double: "a number that is not a 64-bit integer"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
