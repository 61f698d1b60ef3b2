import Azure
import Deployment
import Findings

/// A table on a terminal that is drawn over itself: what runs, what failed, what waits for what.
struct ProgressTable {
    /// Rows besides the summary.
    private static let rows = 15
    /// Characters of a line: longer ones would be broken by the terminal and not drawn over.
    private static let width = 100

    private let start: Double
    private var drawn = 0

    init(startedAt start: Double) { self.start = start }

    /// Draws the state of `board` in the place of what was drawn before.
    mutating func draw(_ board: OperationsBoard, now: Double) {
        let lines = Self.lines(of: board, seconds: Int(now - start))
        clear()
        Console.write(lines.map { "\($0)\n" }.joined())
        drawn = lines.count
    }

    /// Takes the table away.
    mutating func clear() {
        if drawn > 0 { Console.write("\u{1B}[\(drawn)A\u{1B}[J") }
        drawn = 0
    }

    /// Leaves the table where it is.
    mutating func leave() { drawn = 0 }

    /// The table's lines: failed resources first, then running, then waiting ones, and a summary.
    static func lines(of board: OperationsBoard, seconds: Int) -> [String] {
        let all = board.resources.filter { !$0.isDeployment }
        let open =
            all.filter(\.hasFailed) + all.filter { $0.phase == .running }
            + all.filter { $0.phase == .waiting }
        var lines = open.prefix(rows).map(line)
        if open.count > rows { lines.append("  … and \(open.count - rows) more") }
        let counts = board.counts
        lines.append(
            "\(clock(seconds))  \(counts.done) done, \(counts.running) running, \(counts.waiting) waiting, \(counts.failed) failed"
        )
        return lines
    }

    private static func line(_ row: ResourceProgress) -> String {
        let state = row.state.lowercased()
        let kind = row.type.split(separator: "/").last.map(String.init) ?? row.type
        let time = row.seconds.map { clock($0) } ?? ""
        var tail = time
        if !row.waitsFor.isEmpty {
            let more = row.waitsFor.count - 2
            tail =
                "for \(row.waitsFor.prefix(2).joined(separator: ", "))"
                + (more > 0 ? " and \(more) more" : "")
        }
        if let code = row.error?.innermost.first?.code { tail = code }
        let text = "  \(padded(state, 10)) \(padded(kind, 24)) \(padded(row.name, 32)) \(tail)".printable
        return String(text.prefix(width))
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `1:05`.
    static func clock(_ seconds: Int) -> String {
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
