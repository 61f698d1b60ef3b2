/// The permanent name of a rule: an id such as `IP001`, never given to another rule, and a word for people.
public struct RuleID: Hashable, Sendable {
    /// Two letters for the family and three digits.
    public let id: String
    /// The rule's name in one word, such as `SubnetFull`.
    public let name: String

    /// The rule `id` with its `name`.
    public init(_ id: String, _ name: String) {
        self.id = id
        self.name = name
    }
}
