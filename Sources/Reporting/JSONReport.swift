import AddressPlan
import Findings
public import JSONText
import Rules

/// slipway's own JSON: findings, and the figures of the address plan.
public enum JSONReport {
    /// The object of one model, or an array of them.
    public static func value(of reports: [ModelReport]) -> JSONValue {
        reports.count == 1 ? value(of: reports[0]) : .array(reports.map(value))
    }

    static func text(of reports: [ModelReport]) -> String { JSONWriter.text(of: value(of: reports)) }

    private static func value(of report: ModelReport) -> JSONValue {
        .object(present: [
            "file": .string(report.file),
            "findings": FindingsJSON.value(of: report.findings, fingerprints: report.fingerprints),
            "plan": report.review.map { plan($0.addresses) } ?? .null,
            "change": report.change.map(ChangeReport.json),
        ])
    }

    private static func plan(_ addresses: AddressPlan) -> JSONValue {
        [
            "agentNodes": .integer(addresses.agentNodes),
            "pods": .integer(addresses.pods),
            "subnets": .array(
                addresses.subnets.filter { $0.origin != .declared }.map { subnet in
                    .object(present: [
                        "name": .string(subnet.name),
                        "prefix": subnet.prefix.map { .string("\($0)") },
                        "usable": subnet.usable.map { .integer($0) },
                        "needed": .integer(subnet.needed),
                        "peak": .integer(subnet.peak),
                    ])
                }),
        ]
    }
}
