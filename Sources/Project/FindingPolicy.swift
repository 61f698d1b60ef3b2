import ClusterModel
public import Document
public import Findings

/// What becomes of findings: which are kept, and how bad they are.
public struct FindingPolicy: Sendable {
    /// The rules that are asked; all when empty.
    public var only: [RuleSelector]
    /// The rules that are not asked.
    public var ignored: [RuleSelector]
    /// The team's file.
    public var project: ProjectFile
    /// Whether two models are compared; else what accepts changes may be needed when they are.
    public var comparesModels = false

    /// A policy.
    public init(only: [RuleSelector] = [], ignored: [RuleSelector] = [], project: ProjectFile = ProjectFile())
    {
        self.only = only
        self.ignored = ignored
        self.project = project
    }

    /// What was decided about a model's findings.
    public struct Judgement: Sendable {
        /// The findings that are kept, with the severity that they have here.
        public var findings: [Finding]
        /// How many were accepted by a suppression.
        public var accepted: Int
        /// The entries of the project file's `ignore` that accepted one.
        public var usedEntries: Set<Int>
    }

    /// Judges `findings` of `document`; `path` is the model's from the project file's folder.
    public func judge(_ findings: [Finding], in document: Document?, path: String) -> Judgement {
        let suppressions = document.map { InlineSuppressions(in: $0) }
        var used: Set<Int> = []
        var judgement = Judgement(findings: [], accepted: 0, usedEntries: [])
        for finding in findings {
            guard isAsked(finding.rule), let severity = severity(of: finding) else { continue }
            let comment = suppressions?.first(accepting: finding)
            let entry = project.ignore.indices.first { project.ignore[$0].accepts(finding, in: path) }
            if let comment { used.insert(comment) }
            if let entry { judgement.usedEntries.insert(entry) }
            if comment != nil || entry != nil {
                judgement.accepted += 1
                continue
            }
            var finding = finding
            finding.severity = severity
            judgement.findings.append(finding)
        }
        for (index, comment) in (suppressions?.all ?? []).enumerated() where !used.contains(index) {
            if let finding = complaint(about: comment) { judgement.findings.append(finding) }
        }
        return judgement
    }

    private func complaint(about comment: InlineSuppression) -> Finding? {
        let isWhole = !comment.reason.isEmpty && !comment.selectors.isEmpty
        let rule = isWhole ? SuppressionRule.unused : SuppressionRule.withoutReason
        guard isAsked(rule) else { return nil }
        let finding = Finding(
            rule, .warning, at: .root,
            isWhole
                ? "the suppression has nothing to suppress"
                : "the suppression has no \(comment.selectors.isEmpty ? "rule" : "reason") and suppresses nothing",
            remedy: isWhole ? "remove the comment" : "write # slipway: ignore IP002 -- why that is accepted",
            location: comment.location)
        // One that is about rules that nobody has asked may be needed when they are.
        if isWhole, !only.isEmpty || !ignored.isEmpty { return nil }
        if isWhole, !comparesModels, comment.selectors.contains(where: \.isAboutChanges) { return nil }
        guard let severity = severity(of: finding) else { return nil }
        var judged = finding
        judged.severity = severity
        return judged
    }

    private func isAsked(_ rule: RuleID) -> Bool {
        (only.isEmpty || only.contains { $0.selects(rule) }) && !ignored.contains { $0.selects(rule) }
    }

    /// The severity of `finding` here, nil if the rule is switched off. An id counts above its family.
    private func severity(of finding: Finding) -> Severity? {
        let word =
            project.severities[finding.rule.id] ?? project.severities[String(finding.rule.id.prefix(2))]
        guard let word else { return finding.severity }
        return word == "off" ? nil : Severity(rawValue: word) ?? finding.severity
    }
}
