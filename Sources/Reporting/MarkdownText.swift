import Findings

extension String {
    /// The text as Markdown that means nothing but itself, also in a table's cell: a model must not be able to write links,
    /// mentions, references or HTML into a comment.
    ///
    /// GitHub and GitLab look for addresses, `@names`, and references such as `#12` after Markdown has been read, so that
    /// escapes do not hold them off: a space without width stands in their way.
    public var markdown: String {
        var text = ""
        var last: Character = " "
        for character in printable {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "@": text += "&#64;&#8203;"
            case "/" where last == ":": text += "&#8203;/"
            case "." where last == "w" || last == "W": text += ".&#8203;"
            case "0"..."9" where last == "#" || last == "!" || last == "$" || last == "%":
                text += "&#8203;\(character)"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "$":
                text += "\\\(character)"
            default: text.append(character)
            }
            last = character
        }
        return text
    }

    /// The text in a code span, whatever it holds.
    public var markdownCode: String {
        let clean = printable.map { $0 == "`" ? "'" : $0 == "|" ? "¦" : "\($0)" }.joined()
        return clean.isEmpty ? "" : "`\(clean)`"
    }
}
