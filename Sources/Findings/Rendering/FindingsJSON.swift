public import JSONText

/// The findings in the form that tools read: `docs/validate-json.md`.
public enum FindingsJSON {
    /// An array with an object for each finding.
    public static func value(of findings: [Finding]) -> JSONValue {
        .array(findings.map(value))
    }

    private static func value(of finding: Finding) -> JSONValue {
        .object(present: [
            "id": .string(finding.rule.id),
            "name": .string(finding.rule.name),
            "severity": .string(finding.severity.rawValue),
            "path": .string("\(finding.path)"),
            "file": finding.location.map { .string($0.file) },
            "line": finding.location.map { .integer($0.line) },
            "column": finding.location.map { .integer($0.column) },
            "message": .string(finding.message),
            "fix": finding.remedy.map { .string($0) },
        ])
    }
}
