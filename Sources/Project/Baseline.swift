public import Findings
public import JSONText

/// Findings that were there when a team began to look: they are silent, new ones are not.
public struct Baseline: Sendable {
    private var fingerprints: Set<String>

    /// An empty one.
    public init() { fingerprints = [] }

    /// The baseline that `bytes` say, nil if they are none.
    public init?(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes), value["version"]?.integer == 1,
            let entries = value["findings"]?.array
        else { return nil }
        let found = entries.compactMap { $0["fingerprint"]?.string }
        guard found.count == entries.count else { return nil }
        fingerprints = Set(found)
    }

    /// Whether the finding with `fingerprint` is an old one.
    public func holds(_ fingerprint: String) -> Bool { fingerprints.contains(fingerprint) }

    /// The file for `findings`, each with its fingerprint and file, sorted so that a change shows as one.
    public static func json(of findings: [(fingerprint: String, file: String, finding: Finding)]) -> JSONValue
    {
        let sorted = findings.sorted {
            ($0.file, $0.finding.rule.id, $0.fingerprint) < ($1.file, $1.finding.rule.id, $1.fingerprint)
        }
        return [
            "version": 1,
            "findings": .array(
                sorted.map { entry in
                    [
                        "fingerprint": .string(entry.fingerprint), "id": .string(entry.finding.rule.id),
                        "file": .string(entry.file), "path": .string("\(entry.finding.path)"),
                    ]
                }),
        ]
    }
}
