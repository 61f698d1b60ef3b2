import Findings

extension String {
    /// The text as Markdown that means nothing but itself, also in a table's cell: a model must not be able to write links,
    /// mentions or HTML into a comment.
    public var markdown: String {
        printable.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "@": "&#64;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~": "\\\(character)"
            default: "\(character)"
            }
        }.joined()
    }

    /// The text in a code span, whatever it holds.
    public var markdownCode: String {
        let clean = printable.map { $0 == "`" ? "'" : $0 == "|" ? "\\|" : "\($0)" }.joined()
        return clean.isEmpty ? "" : "`\(clean)`"
    }
}
