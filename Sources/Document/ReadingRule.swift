public import Findings

/// The rules that reading obeys before any rule about clusters can speak.
public enum ReadingRule {
    /// The file is missing, a directory, not permitted, or too large.
    public static let unreadable = RuleID("RD001", "Unreadable")
    /// The text is not UTF-8, or holds NUL.
    public static let encoding = RuleID("RD002", "Encoding")
    /// The text is neither JSON nor YAML.
    public static let syntax = RuleID("RD003", "Syntax")
    /// More arrays and objects inside each other than any model needs.
    public static let tooDeep = RuleID("RD004", "TooDeep")
    /// YAML that models do without: aliases, tags, merge keys, several documents.
    public static let yamlFeature = RuleID("RD005", "YAMLFeature")
    /// The top of the text is not an object.
    public static let notAModel = RuleID("RD006", "NotAModel")
    /// A key twice in one object.
    public static let duplicateKey = RuleID("RD007", "DuplicateKey")
    /// A `--set` flag that cannot be carried out.
    public static let assignment = RuleID("RD008", "Assignment")
}

/// The text cannot be read as a model at all.
public struct UnreadableDocument: Error, Sendable {
    /// Why and where.
    public var finding: Finding

    /// Cannot be read because of `finding`.
    public init(_ finding: Finding) { self.finding = finding }
}
