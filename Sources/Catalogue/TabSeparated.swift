/// Reads tables with a heading line and tabs between columns. The tables are slipway's own: a line that does not fit is
/// left out, and a test finds it.
///
/// Every start of the program reads them, so it works on bytes; cutting a `String` by characters takes five times as long.
enum TabSeparated {
    /// Calls `row` with each line's columns, in the order of `columns`; no rows where the table lacks one of them.
    static func rows<Row>(_ bytes: [UInt8], columns: [String], _ row: ([String]) -> Row?) -> [Row] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let heading = lines.first.map(cells) else { return [] }
        let places = columns.compactMap { name in heading.firstIndex { $0.elementsEqual(name.utf8) } }
        guard places.count == columns.count else { return [] }
        return lines.dropFirst().compactMap { line in
            let cells = cells(line)
            guard cells.count == heading.count else { return nil }
            return row(places.map { String(decoding: cells[$0], as: UTF8.self) })
        }
    }

    private static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }
}
