import ClusterModel
import JSONText
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

    /// For tools: each pair with verdict, source, way, and the hop that denies it; a list of JSON objects.
    public static func json(of matrix: ReachabilityMatrix) -> [UInt8] {
        var rows = JSONRows()
        for (row, cells) in zip(matrix.rows, matrix.cells) {
            for (column, trace) in zip(matrix.columns, cells) {
                guard let trace else { continue }
                rows.begin()
                rows.add("from", row)
                rows.add("to", column)
                rows.add("port", trace.port)
                rows.add("protocol", trace.transport.rawValue.lowercased())
                rows.add("verdict", trace.verdict.rawValue)
                rows.add("source", trace.source.rawValue)
                rows.add("via", trace.via)
                guard let denial = trace.denial else { continue }
                rows.add("reason", denial.text)
                if let path = denial.path { rows.add("path", "\(path)") }
            }
        }
        return rows.finish()
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
