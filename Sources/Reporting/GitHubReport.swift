import Findings

/// Workflow commands of GitHub Actions, which become annotations of a pull request.
///
/// GitHub shows ten of each kind for a step: where there are more, the tenth says how many are not shown. Source: GitHub
/// Docs, "Workflow commands for GitHub Actions".
enum GitHubReport {
    private static let limit = 10

    static func text(of reports: [ModelReport]) -> String {
        let all = reports.flatMap { report in report.findings.map { (report, $0) } }
        let lines = Severity.allCases.reversed().flatMap { severity -> [String] in
            let some = all.filter { $0.1.severity == severity }
            let hasMore = some.count > limit
            var lines = some.prefix(hasMore ? limit - 1 : limit).map { command(severity, $0.1, $0.0) }
            if hasMore {
                let rest = some.count - limit + 1
                lines.append(
                    "::\(word(severity)) title=slipway::\(rest) more findings of this kind are not shown here"
                )
            }
            return lines
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func command(_ severity: Severity, _ finding: Finding, _ report: ModelReport) -> String {
        var properties = ["file=\(property(report.file))"]
        if let place = finding.location, place.file == report.file {
            properties += [
                "line=\(place.line)", "col=\(place.column)", "endColumn=\(place.column + place.length)",
            ]
        }
        properties.append("title=\(property("\(finding.rule.id) \(finding.rule.name)"))")
        let message = finding.message + (finding.remedy.map { "\nTo mend it: \($0)" } ?? "")
        return "::\(word(severity)) \(properties.joined(separator: ","))::\(data(message))"
    }

    private static func word(_ severity: Severity) -> String {
        severity == .info ? "notice" : severity.rawValue
    }

    private static func data(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar).printable
            }
        }.joined()
    }

    private static func property(_ text: String) -> String {
        data(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
}
