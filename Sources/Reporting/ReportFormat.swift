/// The forms of a report for machines; text for people is printed by itself.
public enum ReportFormat: String, Sendable, CaseIterable {
    /// slipway's own: `docs/validate.md`.
    case json
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// JUnit's XML, for test reports.
    case junit
    /// Workflow commands of GitHub Actions.
    case github
    /// GitLab's Code Quality report.
    case gitlab
    /// Markdown, for a comment or a job's summary.
    case markdown

    /// `reports` in this form. `failLevel` is the severity name from which a finding fails the run, for JUnit.
    public func text(of reports: [ModelReport], tool: ToolFacts) -> String {
        switch self {
        case .json: JSONReport.text(of: reports)
        case .sarif: SARIFReport.text(of: reports, tool: tool)
        case .junit: JUnitReport.text(of: reports, tool: tool)
        case .github: GitHubReport.text(of: reports)
        case .gitlab: GitLabReport.text(of: reports)
        case .markdown: MarkdownReport.text(of: reports)
        }
    }
}
