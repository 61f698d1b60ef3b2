/// What a `JSONReader` calls to build its tree; offsets are bytes from the start of the text.
public protocol JSONTreeBuilder {
    /// A node of the tree.
    associatedtype Tree
    /// A member of an object, made as soon as its value has been read.
    associatedtype Member

    /// `null`, a boolean, a number or a string that occupies `range`.
    mutating func scalar(_ value: JSONValue, in range: Range<Int>) -> Tree
    /// A member of an object; the key with its quotes occupies `keyRange`.
    mutating func member(_ key: String, in keyRange: Range<Int>, _ value: Tree) -> Member
    /// An array that occupies `range`.
    mutating func array(_ elements: [Tree], in range: Range<Int>) -> Tree
    /// An object that occupies `range`.
    mutating func object(_ members: [Member], in range: Range<Int>) -> Tree
}

/// A strict JSON reader (RFC 8259): no comments, no trailing commas, no raw control characters, UTF-8 only.
///
/// The text must be one value, with white space around it at most. Duplicate keys are left to the builder.
public struct JSONReader<Builder: JSONTreeBuilder> {
    private let bytes: [UInt8]
    private let depthLimit: Int
    private var builder: Builder
    private var position = 0

    /// Reads `bytes` and returns what `builder` made of them.
    ///
    /// - Parameter depthLimit: how many arrays and objects may stand inside each other.
    public static func read(
        _ bytes: [UInt8], depthLimit: Int = 64, with builder: inout Builder
    ) throws(JSONSyntaxError) -> Builder.Tree {
        var reader = JSONReader(bytes: bytes, depthLimit: depthLimit, builder: builder)
        defer { builder = reader.builder }
        reader.skipWhiteSpace()
        let tree = try reader.value(depth: 0)
        reader.skipWhiteSpace()
        if reader.position < bytes.count { throw JSONSyntaxError(.trailingText, at: reader.position) }
        return tree
    }

    private init(bytes: [UInt8], depthLimit: Int, builder: Builder) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        self.builder = builder
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipWhiteSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private func unexpected(_ expected: String) -> JSONSyntaxError {
        guard let byte = current else { return JSONSyntaxError(.unexpectedEnd, at: position) }
        return JSONSyntaxError(.unexpected(byte, expected: expected), at: position)
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> Builder.Tree {
        switch current {
        case UInt8(ascii: "{"):
            return try object(depth: depth + 1)
        case UInt8(ascii: "["):
            return try array(depth: depth + 1)
        case UInt8(ascii: "\""):
            let start = position
            let text = try string()
            return builder.scalar(.string(text), in: start..<position)
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"):
            let start = position
            let number = try number()
            return builder.scalar(number, in: start..<position)
        default:
            for (word, meaning) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)]
            where bytes[position...].starts(with: word.utf8) {
                let start = position
                position += word.utf8.count
                return builder.scalar(meaning, in: start..<position)
            }
            throw unexpected("a value")
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> Builder.Tree {
        let start = try open(depth: depth)
        var elements: [Builder.Tree] = []
        if current == UInt8(ascii: "]") {
            position += 1
            return builder.array(elements, in: start..<position)
        }
        while true {
            elements.append(try value(depth: depth))
            if try endOfItem(UInt8(ascii: "]"), expected: "\",\" or \"]\"") { break }
        }
        return builder.array(elements, in: start..<position)
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> Builder.Tree {
        let start = try open(depth: depth)
        var members: [Builder.Member] = []
        if current == UInt8(ascii: "}") {
            position += 1
            return builder.object(members, in: start..<position)
        }
        while true {
            guard current == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
            let keyStart = position
            let key = try string()
            let keyRange = keyStart..<position
            skipWhiteSpace()
            guard current == UInt8(ascii: ":") else { throw unexpected("\":\"") }
            position += 1
            skipWhiteSpace()
            let value = try value(depth: depth)
            members.append(builder.member(key, in: keyRange, value))
            if try endOfItem(UInt8(ascii: "}"), expected: "\",\" or \"}\"") { break }
        }
        return builder.object(members, in: start..<position)
    }

    /// Steps over an opening bracket and the white space after it.
    private mutating func open(depth: Int) throws(JSONSyntaxError) -> Int {
        if depth > depthLimit { throw JSONSyntaxError(.tooDeep(limit: depthLimit), at: position) }
        let start = position
        position += 1
        skipWhiteSpace()
        return start
    }

    /// Steps over what follows an item; true if that was `close`.
    private mutating func endOfItem(_ close: UInt8, expected: String) throws(JSONSyntaxError) -> Bool {
        skipWhiteSpace()
        switch current {
        case close:
            position += 1
            return true
        case UInt8(ascii: ","):
            position += 1
            skipWhiteSpace()
            return false
        default:
            throw unexpected(expected)
        }
    }
}

extension JSONReader {
    private mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        let start = position
        // Most strings have no escape: find the end, then decode once.
        while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            position += 1
        }
        if current == UInt8(ascii: "\"") {
            let text = try decode(bytes[start..<position], at: start)
            position += 1
            return text
        }
        var content = Array(bytes[start..<position])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                let text = try decode(content[...], at: start)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                content.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20:
                throw JSONSyntaxError(.controlCharacter(byte), at: position)
            default:
                content.append(byte)
                position += 1
            }
        }
        throw JSONSyntaxError(.unexpectedEnd, at: position)
    }

    private func decode(_ content: ArraySlice<UInt8>, at offset: Int) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw JSONSyntaxError(.notUTF8, at: offset)
        }
        return text
    }

    private mutating func escape() throws(JSONSyntaxError) -> UnicodeScalar {
        let start = position
        position += 1
        guard let letter = current else { throw JSONSyntaxError(.unexpectedEnd, at: position) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw JSONSyntaxError(.badEscape, at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxError) -> UnicodeScalar {
        let first = try fourHexDigits(from: start)
        guard (0xD800..<0xE000).contains(first) else {
            guard let scalar = UnicodeScalar(first) else { throw JSONSyntaxError(.badEscape, at: start) }
            return scalar
        }
        // A surrogate pair: \uD8xx\uDCxx stands for one character beyond U+FFFF.
        guard first < 0xDC00, bytes[position...].starts(with: "\\u".utf8) else {
            throw JSONSyntaxError(.badEscape, at: start)
        }
        position += 2
        let second = try fourHexDigits(from: start)
        guard (0xDC00..<0xE000).contains(second),
            let scalar = UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONSyntaxError(.badEscape, at: start) }
        return scalar
    }

    private mutating func fourHexDigits(from start: Int) throws(JSONSyntaxError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80
            else {
                throw JSONSyntaxError(.badEscape, at: start)
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let firstDigit = current
        let digitCount = digits()
        guard digitCount == 1 || digitCount > 1 && firstDigit != UInt8(ascii: "0") else {
            throw JSONSyntaxError(.badNumber, at: start)
        }
        var isInteger = true
        if current == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            guard digits() > 0 else { throw JSONSyntaxError(.badNumber, at: start) }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isInteger = false
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            guard digits() > 0 else { throw JSONSyntaxError(.badNumber, at: start) }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // An integer beyond 64 bits is no `Int`; whoever wants one says so, with the place of the value.
        if isInteger, let number = Int(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else {
            throw JSONSyntaxError(.numberTooLarge, at: start)
        }
        return .double(number)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }
}
