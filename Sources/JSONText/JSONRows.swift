/// Writes a list of flat objects, byte for byte as `JSONWriter` writes it, without a value of the whole in memory: for lists
/// of thousands of rows.
public struct JSONRows {
    private var writer = JSONWriter(.pretty)
    private var rows = 0
    private var members = 0

    /// A list that is empty so far.
    public init() {}

    /// Begins the next row; its members follow.
    public mutating func begin() {
        end()
        writer.append(mark: rows == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
        writer.newLine(depth: 1)
        writer.append(mark: UInt8(ascii: "{"))
        rows += 1
        members = 0
    }

    /// A member of the row whose value is `text`.
    public mutating func add(_ name: StaticString, _ text: String) {
        key(name)
        writer.quote(text)
    }

    /// A member of the row whose value is `number`.
    public mutating func add(_ name: StaticString, _ number: Int) {
        key(name)
        writer.append("\(number)")
    }

    /// A member of the row whose value is a list of `texts`.
    public mutating func add(_ name: StaticString, _ texts: [String]) {
        key(name)
        writer.list(texts, UInt8(ascii: "["), UInt8(ascii: "]"), depth: 2) { $0.quote($1) }
    }

    /// The list's text, with a line feed at the end.
    public mutating func finish() -> [UInt8] {
        end()
        if rows == 0 { writer.append(mark: UInt8(ascii: "[")) } else { writer.newLine(depth: 0) }
        writer.append(mark: UInt8(ascii: "]"))
        writer.newLine(depth: 0)
        return writer.bytes
    }

    private mutating func end() {
        guard rows > 0 else { return }
        if members > 0 { writer.newLine(depth: 1) }
        writer.append(mark: UInt8(ascii: "}"))
    }

    /// Names are slipway's own words, which need no escapes.
    private mutating func key(_ name: StaticString) {
        if members > 0 { writer.append(mark: UInt8(ascii: ",")) }
        members += 1
        writer.newLine(depth: 2)
        writer.append(mark: UInt8(ascii: "\""))
        writer.append(plain: name)
        writer.append(mark: UInt8(ascii: "\""))
        writer.append(mark: UInt8(ascii: ":"))
        writer.append(mark: UInt8(ascii: " "))
    }
}
