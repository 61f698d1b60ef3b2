/// Something that a reader or a rule has to say about a model.
public struct Finding: Hashable, Sendable {
    /// Which part of the member at `path` is meant.
    public enum Part: Hashable, Sendable {
        /// The value; where the key is missing, the opening of the innermost object that is there.
        case value
        /// The key itself, as with unknown and duplicate keys.
        case key
    }

    /// The rule that speaks.
    public var rule: RuleID
    /// How bad it is.
    public var severity: Severity
    /// What it is about.
    public var path: ModelPath
    /// Which part of it.
    public var part: Part
    /// What is wrong, with the figures, in one or two sentences without a full stop at the end.
    public var message: String
    /// The smallest change that mends it, if there is one, as an instruction.
    public var remedy: String?
    /// The same change in a form that `slipway fix` can make.
    public var fix: Fix?
    /// Where it stands; filled in by whoever has the text, nil where there is none.
    public var location: SourceLocation?
    /// Another place that it is about, such as the one in an older text.
    public var related: SourceLocation?

    /// A finding of `rule` about the value at `path`.
    public init(
        _ rule: RuleID, _ severity: Severity, at path: ModelPath, part: Part = .value, _ message: String,
        remedy: String? = nil, fix: Fix? = nil, location: SourceLocation? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.path = path
        self.part = part
        self.message = message
        self.remedy = remedy
        self.fix = fix
        self.location = location
    }
}
