import Findings

/// Markdown for a comment or a job's summary: a table for each model in which something was found.
enum MarkdownReport {
    static func text(of reports: [ModelReport]) -> String {
        let findings = reports.flatMap(\.findings)
        let models = reports.count == 1 ? "1 model" : "\(reports.count) models"
        var text = "### slipway: \(FindingsText.summary(of: findings)) in \(models)\n"
        for report in reports where !report.findings.isEmpty {
            text += "\n#### \(report.file.markdownCode)\n\n"
            text +=
                "| Line | Severity | Rule | What is wrong | To mend it |\n| ---: | --- | --- | --- | --- |\n"
            for finding in report.findings {
                let line =
                    finding.location.map { $0.file == report.file ? "\($0.line)" : $0.file.markdown } ?? ""
                text +=
                    "| \(line) | \(finding.severity.rawValue) | \(finding.rule.id) \(finding.rule.name) | "
                    + "\(finding.message.markdown) | \(finding.remedy?.markdown ?? "") |\n"
            }
        }
        return text + reports.compactMap(\.change).map { "\n\(ChangeReport.markdown(of: $0))" }.joined()
    }
}
