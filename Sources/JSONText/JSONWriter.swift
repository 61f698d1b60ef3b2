/// Writes a `JSONValue` as UTF-8 bytes. The same value always gives the same bytes.
///
/// Appends to one byte array; a writer that concatenates `String`s is 25 times slower on large templates.
public struct JSONWriter {
    /// How the text is laid out.
    public enum Layout: Sendable {
        /// Two spaces of indentation, `"key": value`, a line feed at the end.
        case pretty
        /// No white space at all.
        case compact
    }

    private let layout: Layout
    private(set) var bytes: [UInt8] = []

    init(_ layout: Layout) { self.layout = layout }

    /// The UTF-8 text of `value`.
    public static func bytes(of value: JSONValue, _ layout: Layout = .pretty) -> [UInt8] {
        var writer = JSONWriter(layout)
        writer.write(value, depth: 0)
        if layout == .pretty { writer.bytes.append(UInt8(ascii: "\n")) }
        return writer.bytes
    }

    /// The text of `value` as a `String`.
    public static func text(of value: JSONValue, _ layout: Layout = .pretty) -> String {
        String(decoding: bytes(of: value, layout), as: UTF8.self)
    }

    private mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number): append("\(number)")
        case .double(let number): append(number.isFinite ? "\(number)" : "null")
        case .string(let text): quote(text)
        case .array(let elements):
            list(elements, UInt8(ascii: "["), UInt8(ascii: "]"), depth: depth) { writer, element in
                writer.write(element, depth: depth + 1)
            }
        case .object(let members):
            list(members, UInt8(ascii: "{"), UInt8(ascii: "}"), depth: depth) { writer, member in
                writer.quote(member.name)
                writer.append(mark: UInt8(ascii: ":"))
                if writer.layout == .pretty { writer.append(mark: UInt8(ascii: " ")) }
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    mutating func list<Item>(
        _ items: [Item], _ open: UInt8, _ close: UInt8, depth: Int,
        _ body: (inout JSONWriter, Item) -> Void
    ) {
        bytes.append(open)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(depth: depth + 1)
            body(&self, item)
        }
        if !items.isEmpty { newLine(depth: depth) }
        bytes.append(close)
    }

    mutating func newLine(depth: Int) {
        guard layout == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        var left = 2 * depth
        while left > 0 {
            let count = min(left, Self.blanks.utf8CodeUnitCount)
            Self.blanks.withUTF8Buffer { unsafe bytes.append(contentsOf: $0[..<count]) }
            left -= count
        }
    }

    private static let blanks: StaticString =
        "                                                                "

    mutating func append(plain text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(mark: UInt8) { bytes.append(mark) }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe escape($0) }) == nil {
            // A string that comes from elsewhere; slipway's own are all of the first kind.
            unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe escape($0) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends `utf8` with escapes; what needs none, and that is nearly everything, in runs. Besides what JSON demands,
    /// characters that steer a terminal or turn the direction of text are escaped, since JSON is read there, too.
    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var next = 0
        // Up to here, bytes are looked at one by one, since one of eight was not plain.
        var slow = 0
        while true {
            while next >= slow, next + 8 <= utf8.count {
                if unsafe Self.isPlain(utf8, next) { next += 8 } else { slow = next + 8 }
            }
            guard next < utf8.count else { break }
            let index = next
            next += 1
            let byte = unsafe utf8[index]
            if byte >= 0x80 {
                guard byte == 0xC2 || byte == 0xD8 || byte == 0xE2,
                    let (code, length) = unsafe Self.steering(utf8[index...])
                else { continue }
                unsafe bytes.append(contentsOf: utf8[start..<index])
                start = index + length
                appendEscape(code)
                continue
            }
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
            else {
                continue
            }
            unsafe bytes.append(contentsOf: utf8[start..<index])
            start = index + 1
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            default: appendEscape(UInt16(byte))
            }
        }
        unsafe bytes.append(contentsOf: utf8[start...])
    }

    /// Whether none of the eight bytes from `index` on needs a look: all are ASCII, at least a blank, and no quote, backslash or
    /// DEL. Tests all eight at once, as in "Bit Twiddling Hacks" (S. E. Anderson): a byte is 0 if the subtraction of 1 borrows.
    private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let word = unsafe UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        func repeated(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }
        func hasZero(_ word: UInt64) -> UInt64 { (word &- repeated(1)) & ~word }
        let isControl = word &- repeated(0x20)
        let marks =
            hasZero(word ^ repeated(UInt64(UInt8(ascii: "\""))))
            | hasZero(word ^ repeated(UInt64(UInt8(ascii: "\\"))))
            | hasZero(word ^ repeated(0x7F))
        return (word | isControl | marks) & repeated(0x80) == 0
    }

    private mutating func appendEscape(_ code: UInt16) {
        append("\\u")
        for shift in [12, 8, 4, 0] { bytes.append(Self.hex(UInt8(truncatingIfNeeded: code >> shift) & 0xF)) }
    }

    /// The character at the start of `utf8` and its length in bytes, if it is one of C1 (U+0080 to U+009F), a mark of
    /// direction, or a separator of lines (U+061C, U+200E and U+200F, U+2028 to U+202E, U+2066 to U+2069).
    private static func steering(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> (code: UInt16, length: Int)? {
        let start = unsafe utf8.startIndex
        guard unsafe utf8.count > 1 else { return nil }
        let (first, second) = unsafe (utf8[start], utf8[start + 1])
        if first == 0xC2 { return second < 0xA0 ? (UInt16(second), 2) : nil }
        if first == 0xD8 { return second == 0x9C ? (0x061C, 2) : nil }
        guard unsafe utf8.count > 2 else { return nil }
        let third = unsafe utf8[start + 2]
        let code = 0x2000 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
        switch code {
        case 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: return (code, 3)
        default: return nil
        }
    }

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}
