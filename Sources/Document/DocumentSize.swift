import Findings

/// Refuses texts that hold more than any model needs: every rule looks at pairs of something, and must end in time.
struct DocumentSize {
    private let text: SourceText
    private let file: String

    init(_ text: SourceText, file: String) {
        self.text = text
        self.file = file
    }

    /// Refuses JSON of too many values before a tree of them is made. Commas outside of strings count them.
    func checkJSON() throws(UnreadableDocument) {
        guard text.bytes.count > 2 * Document.valueLimit else { return }
        var (commas, isInString, isEscaped) = (0, false, false)
        for (offset, byte) in text.bytes.enumerated() {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: ",") {
                commas += 1
                guard commas < Document.valueLimit else { throw tooManyValues(at: offset) }
            }
        }
    }

    /// Refuses an object with too many keys, a list of too many objects, and too many values in all.
    func check(_ root: Node) throws(UnreadableDocument) {
        var count = 0
        try check(root, &count)
    }

    private func check(_ node: Node, _ count: inout Int) throws(UnreadableDocument) {
        count += 1
        guard count <= Document.valueLimit else { throw tooManyValues(at: node.span.bytes.lowerBound) }
        switch node.content {
        case .object(let members):
            guard members.count <= Document.memberLimit else {
                throw refusal(
                    "an object has \(members.count) keys; models have \(Document.memberLimit) at most",
                    at: node.span.bytes.lowerBound)
            }
            for member in members { try check(member.value, &count) }
        case .array(let elements):
            let collections = elements.count { $0.members != nil || $0.elements != nil }
            guard collections <= Document.memberLimit else {
                throw refusal(
                    "a list has \(collections) objects; models have \(Document.memberLimit) at most",
                    at: node.span.bytes.lowerBound)
            }
            for element in elements { try check(element, &count) }
        case .null, .bool, .integer, .double, .string: break
        }
    }

    /// The refusal of a value too many at byte `offset`.
    func tooManyValues(at offset: Int) -> UnreadableDocument {
        refusal("the file has more than \(Document.valueLimit) values; models have fewer", at: offset)
    }

    private func refusal(_ message: String, at offset: Int) -> UnreadableDocument {
        let place = text.position(at: offset)
        return UnreadableDocument(
            Finding(
                ReadingRule.unreadable, .error, at: .root, message,
                location: SourceLocation(file: file, line: place.line, column: place.column)))
    }
}
