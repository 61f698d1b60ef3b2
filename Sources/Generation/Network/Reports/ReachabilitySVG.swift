public import Reachability

/// The matrix as a picture: a square a pair, coloured by what happens, with the reason as its title.
public enum ReachabilitySVG {
    private static let side = 26
    private static let margin = 170

    /// The picture.
    public static func text(of matrix: ReachabilityMatrix) -> String {
        let width = margin + matrix.columns.count * side + 10
        let height = margin + matrix.rows.count * side + 10
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" font-family="sans-serif" font-size="12">
            <title>Reachability</title>

            """
        for (column, name) in matrix.columns.enumerated() {
            let x = margin + column * side + side / 2 + 4
            text +=
                "<text x=\"\(x)\" y=\"\(margin - 8)\" transform=\"rotate(-60 \(x) \(margin - 8))\">\(escaped(name))</text>\n"
        }
        for (row, name) in matrix.rows.enumerated() {
            let y = margin + row * side
            text +=
                "<text x=\"\(margin - 8)\" y=\"\(y + side - 9)\" text-anchor=\"end\">\(escaped(name))</text>\n"
            for (column, trace) in matrix.cells[row].enumerated() {
                let title =
                    "\(name) to \(matrix.columns[column]): \(ReachabilityReport.cell(trace))"
                    + (trace?.denial.map { ", \($0.text)" } ?? "")
                text +=
                    "<rect x=\"\(margin + column * side)\" y=\"\(y)\" width=\"\(side - 2)\" height=\"\(side - 2)\" "
                    + "fill=\"\(colour(trace))\"><title>\(escaped(title))</title></rect>\n"
            }
        }
        return text + "</svg>\n"
    }

    private static func colour(_ trace: Trace?) -> String {
        guard let trace else { return "#eeeeee" }
        switch trace.verdict {
        case .denied: return "#c0392b"
        case .unknown: return "#bbbbbb"
        case .allowed: return trace.source == .preserved ? "#1e8449" : "#82c99d"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.map { character -> String in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}
