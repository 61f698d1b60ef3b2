/// The alphabets of the specification.
public enum Names {
    /// Whether `text` is a container id or network name: an alphanumeric character, then those and `_`, `.`, `-`.
    public static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isAlphanumeric(first) else { return false }
        return text.utf8.allSatisfy { isAlphanumeric($0) || "_.-".utf8.contains($0) }
    }

    /// Whether the kernel and libcni take `text` as an interface's name: 1 to 15 bytes, not `.` or `..`, without `/`, `:`,
    /// white space and control characters.
    public static func isInterface(_ text: String) -> Bool {
        guard (1...15).contains(text.utf8.count), text != ".", text != ".." else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.isASCII
                ? $0.value > 0x20 && $0.value != 0x7F && $0 != "/" && $0 != ":" : !$0.properties.isWhitespace
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
