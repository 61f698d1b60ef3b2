/// Reads the tags of an XML text that keeps everything in attributes. It knows no entities, no namespaces and no document
/// types, and refuses them.
struct TagReader {
    /// A tag.
    struct Tag {
        var name: String
        var attributes: [String: String] = [:]
        /// `</name>`
        var isEnd = false
        /// `<name/>`
        var isEmpty = false

        func value(_ attribute: String) throws(AnswerDefect) -> String {
            guard let value = attributes[attribute] else {
                throw AnswerDefect("<\(name)> has no \(attribute)")
            }
            return value
        }
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag, or nil at the end.
    mutating func next() throws(AnswerDefect) -> Tag? {
        while true {
            while position < bytes.count, isSpace(bytes[position]) { position += 1 }
            if position == bytes.count { return nil }
            guard take("<") else { throw AnswerDefect("byte \(position): a tag is expected") }
            if take("?") {
                while !take("?>") {
                    position += 1
                    if position >= bytes.count { throw cut }
                }
                continue
            }
            return try tag()
        }
    }

    private var cut: AnswerDefect { AnswerDefect("the body ends inside a tag") }

    private mutating func tag() throws(AnswerDefect) -> Tag {
        if take("/") {
            let name = try word()
            skipSpace()
            guard take(">") else { throw AnswerDefect("byte \(position): \">\" is expected") }
            return Tag(name: name, isEnd: true)
        }
        var tag = Tag(name: try word())
        while true {
            skipSpace()
            if take("/>") {
                tag.isEmpty = true
                return tag
            }
            if take(">") { return tag }
            let name = try word()
            skipSpace()
            guard take("=") else { throw AnswerDefect("byte \(position): \"=\" is expected") }
            skipSpace()
            guard tag.attributes.updateValue(try quoted(), forKey: name) == nil else {
                throw AnswerDefect("byte \(position): \(name) stands twice")
            }
        }
    }

    private mutating func word() throws(AnswerDefect) -> String {
        let start = position
        while position < bytes.count, isLetter(bytes[position]) { position += 1 }
        guard position > start else {
            throw position == bytes.count ? cut : AnswerDefect("byte \(position): a name is expected")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quoted() throws(AnswerDefect) -> String {
        guard position < bytes.count,
            bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { throw AnswerDefect("byte \(position): a quotation mark is expected") }
        let mark = bytes[position]
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != mark {
            guard bytes[position] >= 0x20, bytes[position] < 0x7F, bytes[position] != UInt8(ascii: "&"),
                bytes[position] != UInt8(ascii: "<")
            else { throw AnswerDefect("byte \(position): such a character is not expected in a value") }
            position += 1
        }
        guard position < bytes.count else { throw cut }
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        guard bytes[position..<(position + count)].elementsEqual("\(text)".utf8) else { return false }
        position += count
        return true
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "_-.".utf8.contains(byte)
    }
}
