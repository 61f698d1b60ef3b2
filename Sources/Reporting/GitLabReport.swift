import Findings
import JSONText

/// GitLab's Code Quality report. Source: GitLab Docs, "Code Quality": report format.
enum GitLabReport {
    static func text(of reports: [ModelReport]) -> String {
        let entries = reports.flatMap { report in
            zip(report.findings, report.fingerprints).map { finding, fingerprint -> JSONValue in
                [
                    "description": .string(
                        "\(finding.message)\(finding.remedy.map { ". To mend it: \($0)" } ?? "")"),
                    "check_name": .string("\(finding.rule.id) \(finding.rule.name)"),
                    "fingerprint": .string(fingerprint),
                    "severity": .string(severity(finding.severity)),
                    "location": [
                        "path": .string(path(report.file)),
                        "lines": ["begin": .integer(line(of: finding, report))],
                    ],
                ]
            }
        }
        return JSONWriter.text(of: .array(entries))
    }

    /// The path as GitLab wants it: without `./` before it.
    private static func path(_ file: String) -> String {
        var path = file[...]
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        return String(path)
    }

    private static func line(of finding: Finding, _ report: ModelReport) -> Int {
        finding.location.flatMap { $0.file == report.file ? $0.line : nil } ?? 1
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "minor"
        case .info: "info"
        }
    }
}
