import ClusterModel
public import JSONText
public import Reachability

/// `slipway reachability`: the matrix of all ends.
public enum ReachabilityReport {
    /// A table for people, on the terminal or as Markdown.
    public static func markdown(of matrix: ReachabilityMatrix) -> String {
        var table = MarkdownTable(["from \\ to"] + matrix.columns)
        for (row, cells) in zip(matrix.rows, matrix.cells) { table.add([row] + cells.map(cell)) }
        return table.text + "\n" + """
            yes: arrives, and the far end sees the sender's own address; node, natGateway, outboundRule, publicAddress, appliance: \
            arrives, and it sees that one's address; no: does not arrive, or the answer does not come back; ?: the model does \
            not say enough; -: nothing to try.

            """
    }

    /// For tools: each pair with verdict, source, way, and the hop that denies it.
    public static func json(of matrix: ReachabilityMatrix) -> JSONValue {
        .array(
            zip(matrix.rows, matrix.cells).flatMap { row, cells in
                zip(matrix.columns, cells).compactMap { column, trace in
                    trace.map { pair(row, column, $0) }
                }
            })
    }

    private static func pair(_ row: String, _ column: String, _ trace: Trace) -> JSONValue {
        .object(present: [
            "from": .string(row), "to": .string(column), "port": .integer(trace.port),
            "protocol": .string(trace.transport.rawValue.lowercased()),
            "verdict": .string(trace.verdict.rawValue), "source": .string(trace.source.rawValue),
            "via": .array(trace.via.map { .string($0) }),
            "reason": trace.denial.map { .string($0.text) },
            "path": trace.denial?.path.map { .string("\($0)") },
        ])
    }

    static func cell(_ trace: Trace?) -> String {
        guard let trace else { return "-" }
        switch trace.verdict {
        case .denied: return "no"
        case .unknown: return "?"
        case .allowed: return trace.source == .preserved ? "yes" : trace.source.rawValue
        }
    }
}
