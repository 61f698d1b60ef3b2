internal import Document

/// Values that are no blocks of lists and objects: texts, and what stands on one line.
extension YAMLLayout {
    mutating func writeScalar(_ node: Node, after start: String, at indentation: Int) {
        let range = SourceNode.range(of: node, bytes)
        let first = bytes[range].first
        if first == UInt8(ascii: "|") || first == UInt8(ascii: ">"), let text = node.string {
            // Blanks at its end are part of it.
            let whole = range.lowerBound..<node.span.bytes.upperBound
            return writeBlock(text, whole, after: start, at: indentation)
        }
        if range.isEmpty { return append(start, at: indentation) }
        let parts = text(range).split(separator: "\n", omittingEmptySubsequences: false)
        append("\(start) \(parts[0])", at: indentation)
        for part in parts.dropFirst() {
            let line = part.withoutBlanks
            append(line, at: line.isEmpty ? 0 : indentation + 2)
        }
    }

    /// A literal or folded block whose value is `text`, with its content at the next step.
    private mutating func writeBlock(
        _ value: String, _ range: Range<Int>, after start: String, at indentation: Int
    ) {
        var source = text(range).split(separator: "\n", omittingEmptySubsequences: false)
        let header = source.removeFirst()
        let body = value.utf8.split(separator: 0x0A).first { !$0.allSatisfy { $0 == 0x20 } }
        guard let body, let firstFull = source.firstIndex(where: { !$0.utf8.allSatisfy { $0 == 0x20 } })
        else {
            return append("\(start) \(YAMLScalarText.quoted(value))", at: indentation)
        }
        // Spaces before the first full line that are part of the value.
        let kept = body.prefix { $0 == 0x20 }.count
        let margin = source[firstFull].utf8.prefix { $0 == 0x20 }.count - kept
        while let last = source.last, last.utf8.count <= margin, last.utf8.allSatisfy({ $0 == 0x20 }) {
            source.removeLast()
        }
        let ends = value.utf8.reversed().prefix { $0 == 0x0A }.count
        let mark =
            kept > 0 || body.first == 0x09 || source[..<firstFull].contains { $0.utf8.count > margin }
            ? "2" : ""
        let chomping = ends == 0 ? "-" : ends == 1 ? "" : "+"
        let comment = header.firstIndex(of: "#").map { "  " + String(header[$0...]).trimmed } ?? ""
        append("\(start) \(header.prefix(1))\(mark)\(chomping)\(comment)", at: indentation)
        for line in source {
            let content = String(decoding: line.utf8.dropFirst(margin), as: UTF8.self)
            append(content, at: content.isEmpty ? 0 : indentation + 2)
        }
        for _ in 1..<max(1, ends) { lines.append("") }
        isTight = ends > 1 || source.last?.utf8.allSatisfy { $0 == 0x20 } ?? false
    }

    /// A value in brackets or braces on one line, nil where it did not stand on one.
    func oneLine(_ node: Node) -> String? {
        let range = SourceNode.range(of: node, bytes)
        let anchor = SourceNode.anchor(of: node, bytes).map { text($0) + " " } ?? ""
        if node.isScalar {
            let scalar = range.isEmpty ? "null" : text(range)
            return scalar.contains("\n") ? nil : anchor + scalar
        }
        if node.isEmptyCollection { return anchor + (node.members == nil ? "[]" : "{}") }
        guard !bytes[range].contains(UInt8(ascii: "\n")) else { return nil }
        var parts: [String] = []
        for element in node.elements ?? [] {
            guard let part = oneLine(element) else { return nil }
            parts.append(part)
        }
        if node.elements != nil { return "\(anchor)[\(parts.joined(separator: ", "))]" }
        for member in node.members ?? [] {
            guard let part = oneLine(member.value) else { return nil }
            let key = text(member.keySpan.bytes)
            parts.append("\(key.isEmpty ? "\"\"" : key): \(part)")
        }
        return "\(anchor){\(parts.joined(separator: ", "))}"
    }
}

extension StringProtocol {
    /// Without blanks at the start.
    fileprivate var withoutBlanks: String {
        String(decoding: utf8.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// Without blanks at the end.
    var trimmed: String {
        var bytes = Array(utf8)
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
