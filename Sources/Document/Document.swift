public import Findings

/// A model's text as a tree that knows where each key and value stands.
///
/// Room 1 of the way through. It reads bytes that somebody else fetched, JSON or YAML, told apart by content.
public struct Document: Sendable {
    /// How many lists and objects may stand inside each other; models need fewer than 20.
    public static let depthLimit = 64
    /// How large a text may be, in bytes; a model of 1,000 pools has less than 1 MB.
    public static let sizeLimit = 16 << 20
    /// How many values a text may hold: texts, numbers, lists and objects.
    public static let valueLimit = 30_000
    /// How many keys an object may have, and how many objects a list.
    public static let memberLimit = 1_000

    /// The name of the file as the user gave it, `-` for standard input.
    public let file: String
    /// The text.
    public let text: SourceText
    /// The top of the tree: an object.
    public internal(set) var root: Node
    /// The texts of the `--set` assignments that were applied, in order.
    public internal(set) var assignments: [SourceText] = []

    /// Values that must not be shown when a line is: whoever reads secrets adds them.
    public var concealed: [SourceSpan] = []

    /// Reads `bytes`.
    ///
    /// - Throws: if the text cannot be read as a model at all; duplicate keys are not among the reasons.
    public init(reading bytes: [UInt8], file: String) throws(UnreadableDocument) {
        guard bytes.count <= Self.sizeLimit else {
            throw UnreadableDocument(
                Finding(
                    ReadingRule.unreadable, .error, at: .root,
                    "the file has \(bytes.count) bytes; models have \(Self.sizeLimit) at most",
                    location: SourceLocation(file: file, line: 1, column: 1)))
        }
        let text = SourceText(try TextEncoding.textBytes(of: bytes, file: file))
        let first = text.bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let size = DocumentSize(text, file: file)
        if isJSON { try size.checkJSON() }
        let root =
            isJSON
            ? try JSONTree.read(text, file: file, depthLimit: Self.depthLimit)
            : try YAMLTree.read(text, file: file, depthLimit: Self.depthLimit)
        try size.check(root)
        self.file = file
        self.text = text
        self.root = root
        guard root.members != nil else {
            let place = text.position(at: root.span.bytes.lowerBound)
            throw UnreadableDocument(
                Finding(
                    ReadingRule.notAModel, .error, at: .root,
                    first == nil ? "the file is empty" : "a model is an object; this is \(root.kind)",
                    remedy: "begin with apiVersion and properties",
                    location: SourceLocation(file: file, line: place.line, column: place.column)))
        }
    }

    /// Whether the text is JSON, else it is YAML.
    public var isJSON: Bool {
        let first = text.bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The value at `path`, keys compared without regard to case, or nil if there is none.
    public func node(at path: ModelPath) -> Node? {
        var node = root
        for step in path.steps {
            switch step {
            case .key(let key):
                guard let member = node.member(key) else { return nil }
                node = member.value
            case .index(let index):
                guard let elements = node.elements, elements.indices.contains(index) else { return nil }
                node = elements[index]
            }
        }
        return node
    }

    /// Whether the model says something other than null at `path`.
    public func says(_ path: ModelPath) -> Bool {
        node(at: path).map { $0.content != .null } ?? false
    }
}
