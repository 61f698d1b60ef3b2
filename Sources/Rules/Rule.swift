public import Findings

/// Something that is checked of a model as a whole. One rule is one file; its documentation is its manual page.
public protocol Rule: Sendable {
    /// The rule's permanent name.
    static var id: RuleID { get }
    /// What the rule has to say about the model in `context`.
    static func findings(in context: RuleContext) -> [Finding]
}
