import Findings

/// JUnit's XML as GitLab, Jenkins and GitHub's reporters read it: a suite for each model, a case for each finding, and one
/// that passes for a model without any.
enum JUnitReport {
    static func text(of reports: [ModelReport], tool: ToolFacts) -> String {
        let suites = reports.map { suite($0, tool) }
        let total = suites.reduce((0, 0, 0)) { ($0.0 + $1.tests, $0.1 + $1.failures, $0.2 + $1.errors) }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="slipway" tests="\(total.0)" failures="\(total.1)" errors="\(total.2)" time="0">
            \(suites.map(\.text).joined(separator: "\n"))
            </testsuites>

            """
    }

    private static func suite(
        _ report: ModelReport, _ tool: ToolFacts
    ) -> (text: String, tests: Int, failures: Int, errors: Int) {
        var (cases, failures, errors): ([String], Int, Int) = ([], 0, 0)
        for finding in report.findings {
            let body: String
            let details =
                "\(place(finding))\(finding.message)\(finding.remedy.map { "\nTo mend it: \($0)" } ?? "")"
            if report.review == nil {
                errors += 1
                body =
                    "<error message=\"\(finding.message.xml)\" type=\"\(finding.rule.id)\">\(details.xml)</error>"
            } else if finding.severity >= tool.failsFrom {
                failures += 1
                body =
                    "<failure message=\"\(finding.message.xml)\" type=\"\(finding.rule.id)\">\(details.xml)</failure>"
            } else {
                body = "<system-out>\("\(finding.severity.rawValue): \(details)".xml)</system-out>"
            }
            cases.append(
                testCase("\(finding.rule.id) \(finding.rule.name) \(finding.path)", finding, report, body))
        }
        if cases.isEmpty { cases.append(testCase("no findings", nil, report, "")) }
        let text = """
              <testsuite name="\(report.file.xml)" tests="\(cases.count)" failures="\(failures)" errors="\(errors)" \
            skipped="0" time="0">
            \(cases.joined(separator: "\n"))
              </testsuite>
            """
        return (text, cases.count, failures, errors)
    }

    private static func testCase(
        _ name: String, _ finding: Finding?, _ report: ModelReport, _ body: String
    ) -> String {
        let line = finding?.location.map { " line=\"\($0.line)\"" } ?? ""
        return
            "    <testcase name=\"\(name.xml)\" classname=\"\(report.file.xml)\" file=\"\(report.file.xml)\"\(line) "
            + "time=\"0\">\(body)</testcase>"
    }

    private static func place(_ finding: Finding) -> String {
        finding.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    }
}
