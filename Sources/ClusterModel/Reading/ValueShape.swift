public import JSONText

/// What a schema says of a type that a key can have.
public indirect enum ValueShape: Sendable {
    case integer, number, boolean, text
    /// A text out of these; the empty text counts as not said.
    case words([String])
    /// A map from text to text.
    case textMap
    /// A list of elements that are all alike.
    case list(ValueShape)
    /// An object with a fixed set of keys: the type's name, and its keys, made when they are asked for.
    case object(name: String, keys: @Sendable () -> [KeyShape])
    /// A value whose inside is not read.
    case anything

    /// Whether the empty text of Go's tools stands for "not said" here.
    var isText: Bool {
        switch self {
        case .text, .words: true
        default: false
        }
    }
}

/// What a schema says of a constraint. It may let more pass than the constraint, never less.
public enum ConstraintShape: Sendable, Hashable {
    /// From the lower bound to the upper one, if there is one.
    case range(from: Int, to: Int?)
    /// One of these numbers.
    case numbers([Int])
    /// One of these texts.
    case words([String])
    /// A form in words, and as a regular expression (ECMA-262).
    case form(String, pattern: String)
}

/// What a schema says of a key.
public struct KeyShape: Sendable {
    /// The key as models usually spell it.
    public let name: String
    /// The type in whose table it stands.
    public let owner: String
    /// Whether a model without it is refused.
    public let isRequired: Bool
    /// Whether its value must not be shown.
    public let isSecret: Bool
    /// What slipway does with it.
    public let effect: KeyEffect
    /// The type of its value.
    public let value: ValueShape
    /// What is asked of the value beyond the type.
    public let constraints: [ConstraintShape]
    /// The value that holds without it, where the type has one of itself.
    public let standard: JSONValue?
}
