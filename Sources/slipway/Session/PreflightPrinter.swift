import Azure
import Deployment
import Document
import Findings
import JSONText
import Rules

/// Prints what preflight found, in the forms of `validate`.
struct PreflightPrinter {
    let source: ClusterSource

    /// For people, on standard error: findings, what was skipped, a summary.
    func printText(_ report: Preflight.Report) {
        FindingsPrinter.print(located(report.findings), of: source.review.document)
        for finding in report.skippedFindings {
            Console.printError("skipped \(finding.rule.id): \(finding.message)".printable)
        }
        if !report.skipped.isEmpty, report.skippedFindings.isEmpty {
            Console.printError("skipped \(report.skipped.joined(separator: ", "))")
        }
        Console.printError(
            "preflight: \(FindingsText.summary(of: report.findings)) (\(report.requests) requests, \(report.roundTrips) round trips)"
        )
    }

    /// For tools.
    func json(_ report: Preflight.Report) -> JSONValue {
        [
            "findings": FindingsJSON.value(of: located(report.findings)),
            "skipped": .array(report.skipped.map { .string($0) }),
            "skippedFindings": FindingsJSON.value(of: located(report.skippedFindings)),
            "requests": .integer(report.requests),
            "roundTrips": .integer(report.roundTrips),
        ]
    }

    private func located(_ findings: [Finding]) -> [Finding] { source.review.document.locating(findings) }
}
