public import JSONText

/// A value with comments, as YAML writes it.
public indirect enum YAMLContent: Sendable {
    /// A value that is no list and no object.
    case scalar(JSONValue)
    /// A list.
    case list([YAMLContent])
    /// An object.
    case object([YAMLMember])

    /// `value` without comments.
    public init(_ value: JSONValue) {
        switch value {
        case .array(let elements): self = .list(elements.map { YAMLContent($0) })
        case .object(let members): self = .object(members.map { YAMLMember($0.name, YAMLContent($0.value)) })
        default: self = .scalar(value)
        }
    }
}

/// A key and its value, with what is said about them.
public struct YAMLMember: Sendable {
    /// The key.
    public var name: String
    /// The value.
    public var content: YAMLContent
    /// The lines of comment above it: words of slipway's own, printable and without line ends.
    public var comment: [String]
    /// Whether key and value are themselves a comment, for whoever wants to take it in.
    public var isSuggestion: Bool

    /// A member.
    public init(
        _ name: String, _ content: YAMLContent, comment: [String] = [], isSuggestion: Bool = false
    ) {
        self.name = name
        self.content = content
        self.comment = comment
        self.isSuggestion = isSuggestion
    }
}

/// Writes values as YAML in blocks, two spaces a step. The same value always gives the same bytes.
public struct YAMLWriter {
    /// Beyond this many characters YAML wants a `?` before a key.
    private static let longestSimpleKey = 1000
    private var lines: [String] = []

    /// The UTF-8 text of an object with `members`.
    public static func bytes(of members: [YAMLMember]) -> [UInt8] {
        var writer = YAMLWriter()
        if members.isEmpty { return Array("{}\n".utf8) }
        writer.write(members, at: 0)
        return Array((writer.lines.joined(separator: "\n") + "\n").utf8)
    }

    private mutating func write(_ members: [YAMLMember], at indentation: Int) {
        for (index, member) in members.enumerated() {
            if index > 0, !member.comment.isEmpty { lines.append("") }
            for line in member.comment { append(line.isEmpty ? "#" : "# \(line)", at: indentation) }
            let start = lines.count
            let key = YAMLScalarText.text(of: member.name)
            if key.unicodeScalars.count > Self.longestSimpleKey {
                append("? \(key)", at: indentation)
                write(member.content, after: ":", at: indentation)
            } else {
                write(member.content, after: "\(key):", at: indentation)
            }
            if member.isSuggestion { commentOut(start, at: indentation) }
        }
    }

    /// The value behind a key or a hyphen that stands at `indentation`.
    private mutating func write(_ content: YAMLContent, after start: String, at indentation: Int) {
        switch content {
        case .scalar(let value):
            guard let block = value.string.flatMap(YAMLScalarText.block) else {
                return append("\(start) \(YAMLScalarText.text(of: value))", at: indentation)
            }
            append("\(start) \(block.header)", at: indentation)
            for line in block.lines { append(line, at: line.isEmpty ? 0 : indentation + 2) }
        case .list(let elements) where elements.isEmpty: append("\(start) []", at: indentation)
        case .object(let members) where members.isEmpty: append("\(start) {}", at: indentation)
        case .list(let elements):
            if start != "-" { append(start, at: indentation) }
            let first = lines.count
            for element in elements { write(element, after: "-", at: indentation + 2) }
            if start == "-" { hang(first, at: indentation) }
        case .object(let members):
            if start != "-" { append(start, at: indentation) }
            let first = lines.count
            write(members, at: indentation + 2)
            if start == "-" { hang(first, at: indentation) }
        }
    }

    private mutating func append(_ line: String, at indentation: Int) {
        lines.append(String(repeating: " ", count: indentation) + line)
    }

    /// Puts a hyphen at `indentation` of the line at `index`, which stands two further in.
    private mutating func hang(_ index: Int, at indentation: Int) {
        guard lines.indices.contains(index) else { return }
        lines[index] =
            String(repeating: " ", count: indentation) + "- "
            + String(lines[index].dropFirst(indentation + 2))
    }

    private mutating func commentOut(_ start: Int, at indentation: Int) {
        for index in start..<lines.count {
            let text = String(lines[index].dropFirst(indentation))
            lines[index] = String(repeating: " ", count: indentation) + "# " + text
        }
    }
}
