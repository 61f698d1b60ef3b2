/// A table as Markdown, its columns padded so that it reads well as plain text, too.
struct MarkdownTable {
    private var rows: [[String]]

    init(_ heading: String...) { self.init(heading) }

    init(_ heading: [String]) { rows = [heading.map(Self.escaped)] }

    /// Adds a row; its cells are text and can hold anything.
    mutating func add(_ cells: String...) { add(cells) }

    /// Adds a row of as many cells as the heading has.
    mutating func add(_ cells: [String]) { rows.append(cells.map(Self.escaped)) }

    /// The table's lines.
    var text: String {
        let widths = rows.reduce(into: [Int](repeating: 3, count: rows[0].count)) { widths, row in
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], Self.width(of: cell))
            }
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return ([rows[0], rule] + rows.dropFirst()).map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - Self.width(of: cell)))
            }
            return "| " + cells.joined(separator: " | ") + " |\n"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        // Most cells are plain words and numbers; going through characters takes a hundred times as long.
        let isPlain = text.utf8.allSatisfy { byte in
            (0x20..<0x7F).contains(byte) && !special.utf8.contains(byte)
        }
        if isPlain { return text }
        return String(text.flatMap { special.contains($0) ? ["\\", $0] : $0.isNewline ? [" "] : [$0] })
    }

    private static let special = "|\\<>`*_[]"

    /// Columns that `cell` takes.
    private static func width(of cell: String) -> Int {
        cell.utf8.allSatisfy { $0 < 0x80 } ? cell.utf8.count : cell.count
    }
}
