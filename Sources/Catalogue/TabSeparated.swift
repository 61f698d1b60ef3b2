/// Reads tables with a heading line and tabs between columns. The tables are slipway's own: a line that does not fit is
/// left out, and a test finds it.
///
/// Every start of the program reads them, so it goes over the bytes once and makes a `String` of the wanted cells only.
enum TabSeparated {
    /// Calls `row` with each line's columns, in the order of `columns`; no rows where the table lacks one of them.
    static func rows<Row>(_ bytes: [UInt8], columns: [String], _ row: ([String]) -> Row?) -> [Row] {
        var lines = Lines(text: bytes)
        guard lines.next() else { return [] }
        let heading = lines.cells.map { String(decoding: bytes[$0], as: UTF8.self) }
        let places = columns.compactMap(heading.firstIndex(of:))
        guard places.count == columns.count else { return [] }
        var rows: [Row] = []
        while lines.next() {
            guard lines.cells.count == heading.count else { continue }
            let cells = places.map { String(decoding: bytes[lines.cells[$0]], as: UTF8.self) }
            if let row = row(cells) { rows.append(row) }
        }
        return rows
    }

    /// Goes from line to line; empty lines are passed over.
    private struct Lines {
        private let text: [UInt8]
        private var place = 0
        /// The places of the current line's cells.
        private(set) var cells: [Range<Int>] = []

        init(text: [UInt8]) { self.text = text }

        /// Goes to the next line; false at the end.
        mutating func next() -> Bool {
            cells.removeAll(keepingCapacity: true)
            var start = place
            while place < text.count {
                let byte = text[place]
                if byte == UInt8(ascii: "\t") {
                    cells.append(start..<place)
                    start = place + 1
                } else if byte == UInt8(ascii: "\n") {
                    if start < place || !cells.isEmpty {
                        cells.append(start..<place)
                        place += 1
                        return true
                    }
                    start = place + 1
                }
                place += 1
            }
            guard start < place || !cells.isEmpty else { return false }
            cells.append(start..<place)
            return true
        }
    }
}
