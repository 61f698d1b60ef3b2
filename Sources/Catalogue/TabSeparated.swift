/// Reads tables with a heading line and tabs between columns. The tables are slipway's own: a line that does not fit is
/// left out, and a test finds it.
enum TabSeparated {
    /// Calls `row` with each line's columns, in the order of `columns`; nil where the table has no such column.
    static func rows<Row>(_ bytes: [UInt8], columns: [String], _ row: ([Substring]) -> Row?) -> [Row] {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let heading = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) else {
            return []
        }
        let places = columns.compactMap { name in heading.firstIndex { $0 == name } }
        guard places.count == columns.count else { return [] }
        return lines.dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == heading.count else { return nil }
            return row(places.map { cells[$0] })
        }
    }
}
