public import Findings

/// What is known about a key of the model: which rule says what its change does.
struct KeyRow: Sendable {
    /// How keys in maps and lists are told apart.
    enum Shape: Sendable {
        /// One value, or a list that counts as a whole.
        case value
        /// A list whose order does not count.
        case set
        /// A map: each entry is a change of its own.
        case map
        /// A list of objects that are known by this key of theirs.
        case list(by: String)
        /// An object that may be absent, and whose keys have rows of their own.
        case object
    }

    /// The key's path with `[]` for any element.
    var pattern: String
    /// Its shape.
    var shape: Shape
    /// The rule; nil where a change does nothing to a cluster.
    var rule: (any ChangeRule.Type)?

    init(_ pattern: String, _ rule: (any ChangeRule.Type)?, _ shape: Shape = .value) {
        self.pattern = pattern
        self.rule = rule
        self.shape = shape
    }
}

/// A key of the model with the rule that knows what its change does.
public struct ClassifiedKey: Sendable {
    /// The key's path with `[]` for any element.
    public let pattern: String
    /// The rule; nil where a change does nothing to a cluster.
    public let rule: RuleID?

    /// All keys that have an effect, in the order of the model.
    public static var all: [ClassifiedKey] {
        KeyTable.rows.map { ClassifiedKey(pattern: $0.pattern, rule: $0.rule?.id) }
    }
}
