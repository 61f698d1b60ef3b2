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
        return YAMLScalar.content(ofPlain: text) == .string(text) && !old.contains(text.lowercased())
    }

    /// Words that other readers of YAML take for something else (YAML 1.1).
    private static let old: Set<String> = ["y", "n", "yes", "no", "on", "off"]

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
}
