/// A response as far as the two sources need it: a status and a body of known length (RFC 9112).
public struct HTTPResponse: Sendable, Equatable {
    /// The status code.
    public let status: Int
    /// The body.
    public let body: [UInt8]

    /// Larger than any list of an interface's 256 addresses.
    public static let limit = 1 << 20

    /// The response that the whole of `bytes` is, which the server ended by closing the connection.
    public init(_ bytes: [UInt8]) throws(AnswerDefect) {
        guard let end = Self.endOfHead(bytes) else { throw AnswerDefect("the answer ends before its body") }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(whereSeparator: { $0.isNewline })
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].utf8.count == 3,
            let status = Int(words[1])
        else { throw AnswerDefect("the answer is no HTTP") }
        self.status = status
        var length: Int?
        var isChunked = false
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else {
                throw AnswerDefect("a header line has no colon")
            }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            switch line[..<colon].lowercased() {
            case "content-length":
                guard let number = Int(value), number >= 0 else {
                    throw AnswerDefect("the length of the body is none")
                }
                length = number
            case "transfer-encoding": isChunked = value.lowercased() == "chunked"
            default: break
            }
        }
        let rest = bytes[(end + 4)...]
        if isChunked {
            body = try Self.joined(rest)
        } else if let length {
            guard rest.count >= length else {
                throw AnswerDefect("the body was cut: \(rest.count) of \(length) bytes arrived")
            }
            body = Array(rest.prefix(length))
        } else {
            body = Array(rest)
        }
    }

    /// How many bytes the whole response has, once that can be told; nil before.
    public static func expectedSize(_ bytes: [UInt8]) -> Int? {
        guard let end = endOfHead(bytes) else { return nil }
        for line in String(decoding: bytes[..<end], as: UTF8.self).split(whereSeparator: { $0.isNewline }) {
            let lower = line.lowercased()
            if lower.hasPrefix("content-length:"), let number = Int(lower.dropFirst(15).drop { $0 == " " }),
                (0...Int(Int32.max)).contains(number)
            {
                return end + 4 + number
            }
        }
        return nil
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...(bytes.count - 4)).first {
            bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
        }
    }

    private static func joined(_ chunks: ArraySlice<UInt8>) throws(AnswerDefect) -> [UInt8] {
        var body: [UInt8] = []
        var rest = chunks
        while true {
            guard let end = rest.firstIndex(of: 13) else { throw AnswerDefect("the body was cut") }
            let digits = String(decoding: rest[..<end].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
            guard let size = Int(digits, radix: 16), (0...limit).contains(size) else {
                throw AnswerDefect("the size of a piece of the body is none")
            }
            if size == 0 { return body }
            rest = rest[end...].dropFirst(2)
            guard rest.count >= size + 2 else { throw AnswerDefect("the body was cut") }
            body += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
    }
}
