/// What can stand in YAML without quotes.
public enum PlainScalar {
    /// Whether `text` stands for itself without quotes, in any place: it is read as text, and no character of it means
    /// something.
    public static func isText(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, isWord(first) || first == UInt8(ascii: "/"),
            isWord(last) || last == UInt8(ascii: "/"),
            bytes.allSatisfy({ isWord($0) || "./-_".utf8.contains($0) })
        else { return false }
        return isReadAsText(text)
    }

    /// Whether no reader of YAML takes `text` without quotes for something else than text: neither the core schema of
    /// YAML 1.2 nor the many words and numbers of YAML 1.1. It says nothing about characters that mean something.
    public static func isReadAsText(_ text: String) -> Bool {
        guard YAMLScalar.content(ofPlain: text) == .string(text), !old.contains(text.lowercased()) else {
            return false
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
            return true
        }
        return !isOldNumber(text)
    }

    /// Words that other readers of YAML take for something else (YAML 1.1).
    private static let old: Set<String> = ["y", "n", "yes", "no", "on", "off", "=", "<<"]

    /// Whether YAML 1.1 could take a text that begins as numbers do for a number, in any base, or a date: everything but
    /// addresses and prefixes, names with a letter that no number has, and flags.
    private static func isOldNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if bytes.starts(with: "--".utf8), bytes.count > 2, isLetter(bytes[2]) { return false }
        if bytes.allSatisfy({
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
        }),
            bytes.count(where: { $0 == UInt8(ascii: ".") }) >= 2
        {
            return false
        }
        // Hexadecimal digits, bases, exponents, .inf and .nan, T and Z of dates.
        return !bytes.contains { isLetter($0) && !"abcdefxotzin".utf8.contains($0 | 0x20) }
    }

    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
