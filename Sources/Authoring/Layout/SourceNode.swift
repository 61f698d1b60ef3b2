internal import Document

/// How a value stands in its text.
enum SourceNode {
    /// The anchor before a value, which has no meaning where aliases are refused, and is kept all the same.
    static func anchor(of node: Node, _ bytes: [UInt8]) -> Range<Int>? {
        let span = node.span.bytes
        guard !span.isEmpty, bytes[span.lowerBound] == UInt8(ascii: "&") else { return nil }
        let end = bytes[span].firstIndex { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? span.upperBound
        return span.lowerBound..<end
    }

    /// The bytes of a value without its anchor, and without blanks and line ends around it.
    static func range(of node: Node, _ bytes: [UInt8]) -> Range<Int> {
        var range = node.span.bytes
        if let anchor = anchor(of: node, bytes) { range = anchor.upperBound..<range.upperBound }
        while let first = bytes[range].first, isWhite(first) { range.removeFirst() }
        while let last = bytes[range].last, isWhite(last) { range.removeLast() }
        return range
    }

    /// Whether a list or object is written with brackets or braces.
    static func isFlow(_ node: Node, _ bytes: [UInt8]) -> Bool {
        let first = bytes[range(of: node, bytes)].first
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private static func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
