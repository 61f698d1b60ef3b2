public import Findings

/// A rule's manual page, as it stands in `docs/rules/`, which is written from the rule's doc comment.
public struct RulePage: Sendable {
    /// The rule.
    public let rule: RuleID
    /// What it checks, in one paragraph.
    public let summary: String
    /// How bad its findings are; the worst first.
    public let severities: [Severity]
    /// What the two letters of its id stand for.
    public let family: String
    /// Where the facts come from.
    public let source: String
    /// The whole page, Markdown.
    public let text: String

    /// Heading, blank line, facts, blank line.
    static let linesBeforeSummary = 4

    /// How bad its findings usually are.
    public var severity: Severity { severities.first ?? .error }

    /// The page that `text` is, nil if it has another form.
    public init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > Self.linesBeforeSummary, lines[0].hasPrefix("# ") else { return nil }
        let heading = lines[0].dropFirst(2).split(separator: " ")
        let facts = lines[2].split(separator: ". ", maxSplits: 1)
        guard heading.count == 2, facts.count == 2 else { return nil }
        rule = RuleID(String(heading[0]), String(heading[1]))
        family = String(facts[0].dropFirst("Family: ".count))
        severities = facts[1].split { !$0.isLetter }.compactMap { Severity(rawValue: String($0)) }
        summary = lines.dropFirst(Self.linesBeforeSummary).prefix { !$0.isEmpty }.joined(separator: " ")
        let mark = lines.lastIndex(of: "## Source") ?? lines.endIndex - 1
        source = lines[mark...].dropFirst().filter { !$0.isEmpty }.joined(separator: " ")
        self.text = text
    }
}
