internal import Document

/// Lays YAML out: two spaces a step, lists in by a step, comments with what they are about, one empty line at most. A list
/// or object in brackets that stood on one line and fits stays on one, others become blocks.
struct YAMLLayout {
    let bytes: [UInt8]
    let comments: [SourceComments.Comment]
    private let source: SourceComments
    /// The first comment that was not written yet.
    var nextComment = 0
    var lines: [String] = []
    /// Hyphens that stand before the next line.
    private var hyphens: String?
    /// Whether no empty line may come next: at the start of a collection, or behind a block that ends with some.
    var isTight = true

    static func bytes(of document: Document) -> [UInt8] {
        var layout = YAMLLayout(document)
        layout.writeStart(of: document)
        if document.root.isEmptyCollection {
            layout.writeComments(before: document.root.span.bytes.upperBound, at: 0)
            layout.append("{}", at: 0)
        }
        layout.write(document.root, at: 0, until: layout.bytes.count, parentColumn: -1, inFlow: false)
        layout.writeComments(before: layout.bytes.count, at: 0)
        return Array((layout.lines.joined(separator: "\n") + "\n").utf8)
    }

    private init(_ document: Document) {
        bytes = document.text.bytes
        source = SourceComments(document)
        comments = source.all
    }

    /// Directives and the mark of the document's start, as they stand, with the comments between them.
    private mutating func writeStart(of document: Document) {
        let start = document.root.span.bytes.lowerBound
        var offset = 0
        var mark: Int?
        while offset < start {
            let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes[offset..<end].starts(with: "---".utf8) { mark = offset }
            offset = end + 1
        }
        guard let mark else { return }
        offset = 0
        while offset <= mark {
            let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes[offset] == UInt8(ascii: "%") {
                writeComments(before: offset, at: 0)
                append(text(offset..<end).trimmed, at: 0)
            }
            offset = end + 1
        }
        writeComments(before: mark, at: 0)
        append("---", at: 0)
        writeCommentBehind(mark + 3)
        isTight = true
    }

    // MARK: Collections

    /// The members or elements of `node`, each on lines of its own. Comments before `limit` that stand as far in as the
    /// collection belong to its end.
    private mutating func write(
        _ node: Node, at indentation: Int, until limit: Int, parentColumn: Int, inFlow: Bool
    ) {
        let range = SourceNode.range(of: node, bytes)
        let isFlow = inFlow || SourceNode.isFlow(node, bytes)
        var column = 0
        switch node.content {
        case .object(let members):
            column = self.column(of: members.first?.keySpan.bytes.lowerBound ?? range.lowerBound)
            for (index, member) in members.enumerated() {
                let next =
                    members.indices.contains(index + 1)
                    ? members[index + 1].keySpan.bytes.lowerBound
                    : isFlow ? range.upperBound : limit
                write(member, at: indentation, until: next, column: column, inFlow: isFlow)
            }
        case .array(let elements):
            var place = hyphen(from: range.lowerBound, isFlow, elements.first)
            column = self.column(of: place)
            for (index, element) in elements.enumerated() {
                var next = isFlow ? range.upperBound : limit
                if elements.indices.contains(index + 1) {
                    next = hyphen(from: end(of: element), isFlow, elements[index + 1])
                }
                writeStart(
                    ofItemAt: place, before: valueLimit(of: element) ?? element.span.bytes.lowerBound,
                    at: indentation)
                writeValue(
                    element, after: "-", endingAt: place + 1, at: indentation, until: next, column: column,
                    inFlow: isFlow)
                place = next
            }
        default: break
        }
        if isFlow {
            writeComments(before: range.upperBound, at: indentation)
        } else {
            writeComments(before: limit, at: indentation) {
                $0.isAlone && $0.column >= column && $0.column > parentColumn
            }
        }
    }

    private mutating func write(
        _ member: Node.Member, at indentation: Int, until next: Int, column: Int, inFlow: Bool
    ) {
        let keySpan = member.keySpan.bytes
        writeStart(ofItemAt: keySpan.lowerBound, before: valueLimit(of: member.value), at: indentation)
        var key = text(keySpan)
        // Nothing behind an anchor is no key before a colon; a mark of the byte order would be taken for the text's at its start.
        if member.key.isEmpty || key.contains("\n") || ["|", ">", "\u{FEFF}"].contains(where: key.hasPrefix) {
            key = YAMLScalarText.quoted(member.key)
        }
        var start = "\(key):"
        if key.unicodeScalars.count > 1000 {
            append("? \(key)", at: indentation)
            start = ":"
        }
        writeValue(
            member.value, after: start, endingAt: keySpan.upperBound, at: indentation, until: next,
            column: column, inFlow: inFlow)
    }

    /// Comments above the item at `place`, with those inside the value that stands on one line, up to `limit`.
    private mutating func writeStart(ofItemAt place: Int, before limit: Int?, at indentation: Int) {
        writeComments(before: place, at: indentation)
        let isFirstOfHyphen = hyphens != nil
        if !isFirstOfHyphen, !isTight, hasEmptyLine(before: place) { lines.append("") }
        isTight = true
        if let limit { writeComments(before: limit, at: indentation) }
        isTight = false
    }

    /// Comments before this go above a value that is written on one line; nil for one that has lines of its own.
    private func valueLimit(of node: Node) -> Int? {
        if node.isScalar || node.isEmptyCollection { return SourceNode.range(of: node, bytes).upperBound }
        return nil
    }

    // MARK: Values

    private mutating func writeValue(
        _ node: Node, after start: String, endingAt startEnd: Int, at indentation: Int, until limit: Int,
        column: Int, inFlow: Bool
    ) {
        let anchor = SourceNode.anchor(of: node, bytes).map { " " + text($0) } ?? ""
        if node.isScalar {
            writeScalar(node, after: start + anchor, at: indentation)
            return writeCommentBehind(end(of: node))
        }
        let room = ModelLayout.width - indentation - start.utf8.count - 1
        if node.isEmptyCollection || SourceNode.isFlow(node, bytes), let line = oneLine(node),
            node.isEmptyCollection || line.utf8.count <= room
        {
            append("\(start) \(line)", at: indentation)
            return writeCommentBehind(end(of: node))
        }
        if start == "-", anchor.isEmpty {
            hyphens = (hyphens ?? String(repeating: " ", count: indentation)) + "- "
        } else {
            append(start + anchor, at: indentation)
            writeCommentBehind(startEnd + (start.hasSuffix(":") ? 1 : 0))
            isTight = true
        }
        write(node, at: indentation + 2, until: limit, parentColumn: column, inFlow: inFlow)
    }

    // MARK: Comments

    /// All comments before `limit` that `belongs` holds for, up to the first other one, on lines of their own.
    private mutating func writeComments(
        before limit: Int, at indentation: Int,
        where belongs: (SourceComments.Comment) -> Bool = { _ in true }
    ) {
        while nextComment < comments.count, comments[nextComment].range.lowerBound < limit,
            belongs(comments[nextComment])
        {
            let comment = comments[nextComment]
            nextComment += 1
            if hyphens == nil, !isTight, hasEmptyLine(before: comment.range.lowerBound) { lines.append("") }
            // A comment behind a hyphen goes above it.
            let margin = hyphens.map { $0.utf8.prefix { $0 == 0x20 }.count } ?? indentation
            lines.append(String(repeating: " ", count: margin) + text(comment.range))
            isTight = false
        }
    }

    /// The comment on the line of `offset`, if there is one, behind the last line that was written.
    private mutating func writeCommentBehind(_ offset: Int) {
        guard nextComment < comments.count, let last = lines.indices.last, hyphens == nil else { return }
        let comment = comments[nextComment]
        guard comment.range.lowerBound >= offset, !comment.isAlone,
            !bytes[offset..<comment.range.lowerBound].contains(UInt8(ascii: "\n"))
        else { return }
        nextComment += 1
        lines[last] += "  " + text(comment.range)
    }

    // MARK: Places

    mutating func append(_ line: String, at indentation: Int) {
        if let hyphens {
            lines.append(hyphens + line)
            self.hyphens = nil
        } else {
            lines.append(String(repeating: " ", count: indentation) + line)
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Where `node` ends, without the empty lines behind a block.
    private func end(of node: Node) -> Int {
        switch node.content {
        case .object(let members) where !SourceNode.isFlow(node, bytes):
            members.last.map { max(end(of: $0.value), $0.keySpan.bytes.upperBound) }
                ?? node.span.bytes.upperBound
        case .array(let elements) where !SourceNode.isFlow(node, bytes):
            elements.last.map { end(of: $0) } ?? node.span.bytes.upperBound
        default: SourceNode.range(of: node, bytes).upperBound
        }
    }

    /// Where the hyphen stands that begins an element, looked for from `offset`; in brackets the element itself.
    private func hyphen(from offset: Int, _ isFlow: Bool, _ element: Node?) -> Int {
        let limit = element?.span.bytes.lowerBound ?? offset
        if isFlow { return limit }
        var place = offset
        while place < limit {
            if bytes[place] == UInt8(ascii: "-"), !source.covers(place) { return place }
            place += 1
        }
        return limit
    }

    private func column(of offset: Int) -> Int {
        offset - (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
    }

    /// Whether `offset` is the first of its line, and the line above is empty.
    private func hasEmptyLine(before offset: Int) -> Bool {
        guard let end = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) else { return false }
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
        return isBlank(start..<end) && isBlank(end + 1..<offset)
    }
}
