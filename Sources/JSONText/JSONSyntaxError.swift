/// Where and why a text is not JSON (RFC 8259, read strictly).
public struct JSONSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Equatable, Sendable {
        /// The text ends inside a value.
        case unexpectedEnd
        /// A byte that cannot stand there; `expected` says what could.
        case unexpected(UInt8, expected: String)
        /// Text after the value.
        case trailingText
        /// An unescaped control character in a string.
        case controlCharacter(UInt8)
        /// An unknown escape, or a `\u` escape that is no character.
        case badEscape
        /// A number not in JSON's form, such as `01`, `+1` or `1.`.
        case badNumber
        /// A number beyond the range of a double.
        case numberTooLarge
        /// Bytes that are not UTF-8.
        case notUTF8
        /// More than the allowed number of arrays and objects inside each other.
        case tooDeep(limit: Int)
    }

    /// What is wrong.
    public var reason: Reason
    /// Offset of the offending byte from the start of the text.
    public var offset: Int

    /// An error at byte `offset`.
    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// The reason in words, without the place.
    public var description: String {
        switch reason {
        case .unexpectedEnd: return "the text ends inside a value"
        case .unexpected(let byte, let expected):
            guard (0x21...0x7E).contains(byte) else { return "\(expected) is expected here" }
            return "\"\(Character(UnicodeScalar(byte)))\" where \(expected) is expected"
        case .trailingText: return "there is more text after the end of the value"
        case .controlCharacter(let byte):
            return "a control character (code \(byte)) must be written as an escape inside a string"
        case .badEscape: return "this escape sequence is not one of JSON's"
        case .badNumber: return "this is not a number in JSON's form"
        case .numberTooLarge: return "this number is too large"
        case .notUTF8: return "the text is not UTF-8"
        case .tooDeep(let limit): return "more than \(limit) arrays and objects inside each other"
        }
    }
}
