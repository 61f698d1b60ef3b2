/// The findings in the manner of a modern compiler: place, severity, id, message, the line with a caret, the fix.
public struct FindingsText: Sendable {
    /// What a reader gets.
    public struct Style: Sendable {
        /// Whether terminal colours are used.
        public var isColoured: Bool
        /// Whether the offending line is shown below each finding.
        public var showsLines: Bool
        /// Columns of the terminal, nil for lines as long as they come.
        public var width: Int?

        /// A style.
        public init(isColoured: Bool, showsLines: Bool, width: Int? = nil) {
            self.isColoured = isColoured
            self.showsLines = showsLines
            self.width = width.map { max(40, $0) }
        }
    }

    private let style: Style

    /// Writes in `style`.
    public init(_ style: Style) { self.style = style }

    /// The text of `findings`; `line` gives the line of text at a place, `why` what a rule is for, where that is to be said.
    public func text(
        of findings: [Finding], line: (SourceLocation) -> String?, why: (RuleID) -> String? = { _ in nil }
    ) -> String {
        findings.map { text(of: $0, line: line, why: why($0.rule)) }.joined()
    }

    /// One line that counts what was found, such as `2 errors, 1 warning`.
    public static func summary(of findings: [Finding]) -> String {
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            guard count > 0 else { return nil }
            return severity == .info
                ? "\(count) info" : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    }

    private func text(of finding: Finding, line: (SourceLocation) -> String?, why: String?) -> String {
        let place = finding.location.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        let severity = paint(finding.severity.rawValue, colour(of: finding.severity))
        let shown = place.printable
        let message = wrapped(
            finding.message.printable,
            after: shown.displayWidth + finding.severity.rawValue.count + finding.rule.id.count + 2)
        var text = "\(shown)\(severity) \(finding.rule.id):\(message)\n"
        if style.showsLines, let location = finding.location, let content = line(location) {
            text += excerpt(content, location)
        }
        if let remedy = finding.remedy {
            text += "    \(paint("fix:", .bold))\(wrapped(remedy.printable, after: 8))\n"
        }
        if let why { text += "    \(paint("why:", .bold))\(wrapped(why.printable, after: 8))\n" }
        return text
    }

    /// `text`, with a blank before it, in lines of the terminal's width: the first goes on at column `start`, the others
    /// begin at 9. A word that no line has room for stays whole, so that it can be copied.
    private func wrapped(_ text: String, after start: @autoclosure () -> Int) -> String {
        guard let width = style.width else { return " \(text)" }
        var lines = ""
        var column = start()
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let length = String(word).displayWidth
            if column + 1 + length > width, column > 8 {
                lines += "\n         "
                column = 9
            } else {
                lines += " "
                column += 1
            }
            lines += word
            column += length
        }
        return lines
    }

    /// The line and a caret below the value; of long lines the part around it.
    private func excerpt(_ content: String, _ location: SourceLocation) -> String {
        let room = max(20, (style.width ?? 110) - 10)
        // Only as much of the line is looked at as must be: a model without line breaks has one of a megabyte.
        let scalars = content.unicodeScalars
        var value = scalars.startIndex
        var before = 0
        while before < location.column - 1, value < scalars.endIndex {
            scalars.formIndex(after: &value)
            before += 1
        }
        let kept = before > room * 7 / 10 ? room * 4 / 10 : before
        let begin = scalars.index(value, offsetBy: -kept)
        let margin = scalars[begin..<value].reduce(0) { $0 + $1.shownWidth }
        // The value's last character may lie beyond what is shown, as with the end of a long line.
        var (end, columns, marked, count) = (begin, 0, 0, -kept)
        while end < scalars.endIndex {
            let width = scalars[end].shownWidth
            guard columns + width <= room else { break }
            columns += width
            if (0..<location.length).contains(count) { marked += width }
            scalars.formIndex(after: &end)
            count += 1
        }
        let number = "\(location.line)"
        let gutter = String(repeating: " ", count: number.count)
        let carets = paint(String(repeating: "^", count: max(1, marked)), .bold)
        return "  \(number) | \(String(scalars[begin..<end]).printable)\n  \(gutter) | "
            + "\(String(repeating: " ", count: margin))\(carets)\n"
    }

    private enum Paint: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "1;34"
    }

    private func colour(of severity: Severity) -> Paint {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .info: .blue
        }
    }

    private func paint(_ text: String, _ paint: Paint) -> String {
        style.isColoured ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension Unicode.Scalar {
    /// Columns of what is shown in its place: control characters and misleading ones become one that has a width.
    fileprivate var shownWidth: Int { isControl || isMisleading ? 1 : displayWidth }
}
