internal import Document
internal import JSONText

/// Scalars as YAML writes them, so that every reader of YAML 1.1 and 1.2 gets back the same value.
enum YAMLScalarText {
    /// `value`, which is no list and no object, on one line.
    static func text(of value: JSONValue) -> String {
        switch value {
        case .string(let text): self.text(of: text)
        case .double: number(JSONWriter.text(of: value, .compact))
        default: JSONWriter.text(of: value, .compact)
        }
    }

    /// `text` plain where it can be, else in double quotes.
    static func text(of text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// The lines of `text` as a literal block, with its header; nil where quotes are needed, or there is one line only.
    static func block(of text: String) -> (header: String, lines: [String])? {
        guard text.contains("\n") else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = lines.last == "" ? "|" : "|-"
        if lines.last == "" { lines.removeLast() }
        guard let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty,
            !isBlank(first.utf8.first),
            lines.allSatisfy({ line in
                !isBlank(line.utf8.last)
                    && line.unicodeScalars.allSatisfy { $0 == "\t" || isPrintable($0) }
            })
        else { return nil }
        return (header, lines)
    }

    private static func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether `text` can stand without quotes in a block.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, last != " ", last != ":",
            isWord(first) || "/_.$(".unicodeScalars.contains(first)
                || first == "-" && scalars.count > 2 && scalars[1] == "-" && isWord(scalars[2]),
            scalars.allSatisfy({ (0x20...0x7E).contains($0.value) || isWord($0) })
        else { return false }
        for (scalar, next) in zip(scalars, scalars.dropFirst()) {
            if scalar == ":", next == " " { return false }
            if scalar == " ", next == "#" { return false }
        }
        return PlainScalar.isReadAsText(text)
    }

    private static func isWord(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...: scalar.properties.isAlphabetic
        default: false
        }
    }

    /// Whether YAML 1.1 and 1.2 take `scalar` as it is, and people see it: no control character, no line end, no mark,
    /// nothing that turns the direction of writing.
    private static func isPrintable(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x200A, 0x2010...0x2027, 0x202F...0x205F, 0x2070...0xD7FF, 0xE000...0xFEFE,
            0xFF00...0xFFFD, 0x10000...:
            true
        default: false
        }
    }

    /// `text` in double quotes, with escapes for what YAML does not take as it is.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : ("u", 4)
                result += "\\\(letter)" + String(repeating: "0", count: width - digits.utf8.count) + digits
            }
        }
        return result + "\""
    }

    /// A number of JSON in the form that YAML 1.1 takes for a number, too: a fraction always, a sign at the exponent.
    private static func number(_ text: String) -> String {
        guard let place = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text }
        let mantissa = text[..<place]
        let exponent = text[text.index(after: place)...]
        let isSigned = exponent.hasPrefix("+") || exponent.hasPrefix("-")
        return mantissa + (mantissa.contains(".") ? "" : ".0") + "e" + (isSigned ? "" : "+") + exponent
    }
}
