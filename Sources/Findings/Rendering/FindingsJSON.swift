public import JSONText

/// The findings in the form that tools read: `docs/validate.md`.
public enum FindingsJSON {
    /// An array with an object for each finding, with its fingerprint where there are some.
    public static func value(of findings: [Finding], fingerprints: [String] = []) -> JSONValue {
        .array(
            findings.enumerated().map { index, finding in
                value(of: finding, fingerprints.indices.contains(index) ? fingerprints[index] : nil)
            })
    }

    private static func value(of finding: Finding, _ fingerprint: String?) -> JSONValue {
        .object(present: [
            "id": .string(finding.rule.id),
            "name": .string(finding.rule.name),
            "severity": .string(finding.severity.rawValue),
            "path": .string("\(finding.path)"),
            "file": finding.location.map { .string($0.file) },
            "line": finding.location.map { .integer($0.line) },
            "column": finding.location.map { .integer($0.column) },
            "message": .string(finding.message),
            "related": finding.related.map { place -> JSONValue in
                [
                    "file": .string(place.file), "line": .integer(place.line),
                    "column": .integer(place.column),
                ]
            },
            "fix": finding.remedy.map { .string($0) },
            "isFixable": finding.fix.map { _ in true },
            "fingerprint": fingerprint.map { .string($0) },
        ])
    }
}
