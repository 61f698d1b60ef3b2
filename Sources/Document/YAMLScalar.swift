/// What a plain YAML scalar means, by the core schema of YAML 1.2, without its hexadecimal and octal numbers.
///
/// Surprises of YAML 1.1 are text here: `yes`, `010`, `1:30`, `0x1F`, `.inf`.
enum YAMLScalar {
    static func content(ofPlain text: String) -> Node.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> Node.Content? {
        var rest = Substring(text).utf8
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            rest.removeFirst()
        }
        let whole = digits(&rest)
        if whole.count > 1, whole.first == UInt8(ascii: "0") { return nil }
        if rest.isEmpty {
            guard !whole.isEmpty else { return nil }
            return Int(text).map(Node.Content.integer) ?? Double(text).map(Node.Content.double)
        }
        var hasDigits = !whole.isEmpty
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            if !digits(&rest).isEmpty { hasDigits = true }
        }
        guard hasDigits else { return nil }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                rest.removeFirst()
            }
            guard !digits(&rest).isEmpty else { return nil }
        }
        guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
        return .double(number)
    }

    private static func digits(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
        let end = text.firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? text.endIndex
        defer { text = text[end...] }
        return text[..<end]
    }
}
