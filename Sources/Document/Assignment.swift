import Findings

/// One `path=value` of a `--set` flag.
struct Assignment {
    /// Where the value goes.
    var path: [ModelPath.Step]
    /// The value: a boolean or whole number where it looks like one, text where it does not or is quoted.
    var content: Node.Content
    /// Where the value stands in the flag.
    var bytes: Range<Int>
}

/// Reads the text of a `--set` flag: `path=value` with commas between several, as acs-engine has it.
///
/// A path is keys with dots between them and `[2]` for list elements; a key with a dot in it stands in `["…"]`. A
/// value with a comma in it stands in double quotes.
struct AssignmentReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Why a flag cannot be read.
    struct Problem: Error {
        var message: String
        var offset: Int
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func assignments() throws(Problem) -> [Assignment] {
        var assignments: [Assignment] = []
        while true {
            assignments.append(try assignment())
            guard position < bytes.count else { return assignments }
            position += 1  // the comma
        }
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func assignment() throws(Problem) -> Assignment {
        var path: [ModelPath.Step] = []
        while current != UInt8(ascii: "=") {
            switch current {
            case nil:
                throw Problem(message: "there is no \"=\" with a value after the path", offset: position)
            case UInt8(ascii: "["): path.append(try bracket())
            case UInt8(ascii: "."):
                if path.isEmpty { throw Problem(message: "the path begins with a dot", offset: position) }
                position += 1
                path.append(.key(try key()))
            default:
                if !path.isEmpty {
                    throw Problem(message: "\".\", \"[\" or \"=\" is expected here", offset: position)
                }
                path.append(.key(try key()))
            }
        }
        if path.isEmpty { throw Problem(message: "there is no path before the \"=\"", offset: position) }
        position += 1
        return try value(path)
    }

    private mutating func key() throws(Problem) -> String {
        let start = position
        while let byte = current, byte != UInt8(ascii: "."), byte != UInt8(ascii: "["),
            byte != UInt8(ascii: "="),
            byte != UInt8(ascii: ",")
        { position += 1 }
        if position == start { throw Problem(message: "a key is missing here", offset: start) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func bracket() throws(Problem) -> ModelPath.Step {
        let start = position
        position += 1
        var step: ModelPath.Step
        if current == UInt8(ascii: "\"") {
            step = .key(try quoted())
        } else {
            let digits = position
            while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
            guard position - digits < 6,
                let index = Int(String(decoding: bytes[digits..<position], as: UTF8.self))
            else { throw Problem(message: "a number or a quoted key is expected in brackets", offset: start) }
            step = .index(index)
        }
        guard current == UInt8(ascii: "]") else {
            throw Problem(message: "\"]\" is missing", offset: position)
        }
        position += 1
        return step
    }

    private mutating func quoted() throws(Problem) -> String {
        let start = position
        position += 1
        var content: [UInt8] = []
        while let byte = current {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let escaped = current {
                content.append(escaped)
                position += 1
            } else {
                content.append(byte)
            }
        }
        throw Problem(message: "the closing quote is missing", offset: start)
    }

    private mutating func value(_ path: [ModelPath.Step]) throws(Problem) -> Assignment {
        let start = position
        if current == UInt8(ascii: "\"") {
            let text = try quoted()
            guard current == nil || current == UInt8(ascii: ",") else {
                throw Problem(message: "\",\" is expected after the closing quote", offset: position)
            }
            return Assignment(path: path, content: .string(text), bytes: start..<position)
        }
        while let byte = current, byte != UInt8(ascii: ",") { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let content: Node.Content =
            switch YAMLScalar.content(ofPlain: text) {
            case .bool(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            default: .string(text)
            }
        return Assignment(path: path, content: content, bytes: start..<position)
    }
}
