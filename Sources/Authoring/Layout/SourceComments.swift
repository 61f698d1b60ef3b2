internal import Document

/// The comments of a YAML text, and where its keys and values stand.
struct SourceComments {
    /// One comment.
    struct Comment {
        /// Its bytes, from the `#` to its last visible character.
        var range: Range<Int>
        /// How many bytes stand before it on its line.
        var column: Int
        /// Whether nothing but blanks stands before it on its line.
        var isAlone: Bool
    }

    /// All of them, in order; the header comments of block scalars, which stand inside the scalar, are left out.
    let all: [Comment]
    /// Where comments stand, in order.
    private let ranges: [Range<Int>]
    /// Where scalars and anchors stand, in order.
    private let scalars: [Range<Int>]

    init(_ document: Document) {
        let bytes = document.text.bytes
        var scalars: [Range<Int>] = []
        Self.collect(document.root, bytes, into: &scalars)
        var all: [Comment] = []
        var next = 0
        var offset = 0
        while offset < bytes.count {
            while next < scalars.count, scalars[next].upperBound <= offset { next += 1 }
            if next < scalars.count, scalars[next].contains(offset) {
                offset = scalars[next].upperBound
                continue
            }
            let isDirective =
                bytes[offset] == UInt8(ascii: "%") && (offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n"))
            guard bytes[offset] == UInt8(ascii: "#") || isDirective else {
                offset += 1
                continue
            }
            let lineEnd = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var end = lineEnd
            while end > offset, Self.isBlank(bytes[end - 1]) { end -= 1 }
            let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            if !isDirective {
                all.append(
                    Comment(
                        range: offset..<end, column: offset - lineStart,
                        isAlone: bytes[lineStart..<offset].allSatisfy(Self.isBlank)))
            }
            offset = lineEnd
        }
        self.all = all
        ranges = all.map(\.range)
        self.scalars = scalars
    }

    /// Whether the byte at `offset` is part of a comment or scalar.
    func covers(_ offset: Int) -> Bool {
        Self.contains(scalars, offset) || Self.contains(ranges, offset)
    }

    private static func contains(_ ranges: [Range<Int>], _ offset: Int) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(offset)
    }

    private static func collect(_ node: Node, _ bytes: [UInt8], into scalars: inout [Range<Int>]) {
        switch node.content {
        case .object(let members):
            if let anchor = SourceNode.anchor(of: node, bytes) { scalars.append(anchor) }
            for member in members {
                if !member.keySpan.bytes.isEmpty { scalars.append(member.keySpan.bytes) }
                collect(member.value, bytes, into: &scalars)
            }
        case .array(let elements):
            if let anchor = SourceNode.anchor(of: node, bytes) { scalars.append(anchor) }
            for element in elements { collect(element, bytes, into: &scalars) }
        default:
            if !node.span.bytes.isEmpty { scalars.append(node.span.bytes) }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
