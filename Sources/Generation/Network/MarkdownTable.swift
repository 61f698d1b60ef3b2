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
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return ([rows[0], rule] + rows.dropFirst()).map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            return "| " + cells.joined(separator: " | ") + " |\n"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "|\\<>`*_[]".contains($0) ? ["\\", $0] : $0.isNewline ? [" "] : [$0] })
    }
}
