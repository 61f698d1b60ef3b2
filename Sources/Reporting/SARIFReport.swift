import Document
import Findings
import Fixing
import JSONText
import RuleManual

/// SARIF 2.1.0 (OASIS, 2020): one run, with the rules that spoke, places, fixes and fingerprints.
enum SARIFReport {
    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    private static let home = "https://github.com/slipway-project/slipway"

    static func text(of reports: [ModelReport], tool: ToolFacts) -> String {
        let rules = Set(reports.flatMap { $0.findings.map(\.rule) }).sorted { $0.id < $1.id }
        let results = reports.flatMap { report in
            let planner = report.document.map { EditPlanner($0) }
            return zip(report.findings, report.fingerprints).map { finding, fingerprint in
                result(finding, fingerprint, rules, report, planner)
            }
        }
        let driver: JSONValue = [
            "name": "slipway", "version": .string(tool.version), "semanticVersion": .string(tool.version),
            "informationUri": .string(home), "rules": .array(rules.map(rule)),
        ]
        let run: JSONValue = [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "artifacts": .array(reports.map { ["location": ["uri": .string(uri($0.file))]] }),
            "results": .array(results),
        ]
        return JSONWriter.text(of: ["$schema": .string(schema), "version": "2.1.0", "runs": [run]])
    }

    private static func rule(_ rule: RuleID) -> JSONValue {
        let page = RuleManual.page(of: rule.id)
        return .object(present: [
            "id": .string(rule.id),
            "name": .string(rule.name),
            "shortDescription": ["text": .string(page?.summary ?? rule.name)],
            "fullDescription": ["text": .string(page?.summary ?? rule.name)],
            "help": page.map { ["text": .string($0.text), "markdown": .string($0.text)] },
            "helpUri": .string("\(home)/blob/main/\(RuleManual.path(of: rule.id))"),
            "defaultConfiguration": ["level": .string(level(page?.severity ?? .error))],
            "properties": page.map { ["tags": [.string($0.family)]] },
        ])
    }

    private static func result(
        _ finding: Finding, _ fingerprint: String, _ rules: [RuleID], _ report: ModelReport,
        _ planner: EditPlanner?
    ) -> JSONValue {
        let message = finding.message + (finding.remedy.map { ". To mend it: \($0)" } ?? "")
        return .object(present: [
            "ruleId": .string(finding.rule.id),
            "ruleIndex": rules.firstIndex(of: finding.rule).map { .integer($0) },
            "level": .string(level(finding.severity)),
            "message": ["text": .string(message)],
            "locations": [location(of: finding, report)],
            "relatedLocations": finding.related.map { [related($0)] },
            "partialFingerprints": ["slipway/v1": .string(fingerprint)],
            "fixes": fix(of: finding, report, planner).map { [$0] },
        ])
    }

    /// A finding about a `--set` flag stands at the top of the file: SARIF knows files only.
    private static func location(of finding: Finding, _ report: ModelReport) -> JSONValue {
        var region: JSONValue = ["startLine": 1]
        if let place = finding.location, place.file == report.file {
            region = [
                "startLine": .integer(place.line), "startColumn": .integer(place.column),
                "endColumn": .integer(place.column + place.length),
            ]
        }
        return [
            "physicalLocation": [
                "artifactLocation": ["uri": .string(uri(report.file))], "region": region,
            ],
            "logicalLocations": [["fullyQualifiedName": .string("\(finding.path)"), "kind": "member"]],
        ]
    }

    /// The place in the old model.
    private static func related(_ place: SourceLocation) -> JSONValue {
        [
            "physicalLocation": [
                "artifactLocation": ["uri": .string(uri(place.file))],
                "region": [
                    "startLine": .integer(place.line), "startColumn": .integer(place.column),
                    "endColumn": .integer(place.column + place.length),
                ],
            ],
            "message": ["text": "where the running cluster's model says it"],
        ]
    }

    private static func fix(of finding: Finding, _ report: ModelReport, _ planner: EditPlanner?) -> JSONValue?
    {
        guard let document = report.document, let fix = finding.fix, let edits = planner?.edits(for: fix)
        else {
            return nil
        }
        let replacements = edits.map { edit -> JSONValue in
            let start = document.text.position(at: edit.range.lowerBound)
            let end = document.text.position(at: edit.range.upperBound)
            return [
                "deletedRegion": [
                    "startLine": .integer(start.line), "startColumn": .integer(start.column),
                    "endLine": .integer(end.line), "endColumn": .integer(end.column),
                ],
                "insertedContent": ["text": .string(String(decoding: edit.replacement, as: UTF8.self))],
            ]
        }
        return [
            "description": ["text": .string(finding.remedy ?? finding.message)],
            "artifactChanges": [
                [
                    "artifactLocation": ["uri": .string(uri(report.file))],
                    "replacements": .array(replacements),
                ]
            ],
        ]
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// A path as a URI reference (RFC 3986): what is not unreserved is written as `%XX`.
    private static func uri(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                String(UnicodeScalar(byte))
            default:
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
