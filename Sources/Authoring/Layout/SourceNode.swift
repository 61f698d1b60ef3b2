internal import Document

/// How a value stands in its text.
enum SourceNode {
    /// The anchor before a value, which has no meaning where aliases are refused, and is kept all the same.
    static func anchor(of node: Node, _ bytes: [UInt8]) -> Range<Int>? {
        let span = node.span.bytes
        guard !span.isEmpty, bytes[span.lowerBound] == UInt8(ascii: "&") else { return nil }
        // It may be that of the first key.
        if node.members?.first?.keySpan.bytes.lowerBound == span.lowerBound { return nil }
        let name = bytes[span].dropFirst().prefix(while: isNameOfAnchor)
        return span.lowerBound..<name.endIndex
    }

    /// What libyaml takes for a part of an anchor's name.
    private static func isNameOfAnchor(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
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
