import Document
import Findings
import JSONText

extension EditPlanner {
    /// The edits that give an object a new last member; objects on the way that are missing are made.
    func addition(of value: JSONValue, at path: ModelPath) -> [TextEdit]? {
        var object = document.root
        var missing: [String] = []
        for step in path.steps {
            switch step {
            case .key(let key):
                if missing.isEmpty, let member = object.member(key) {
                    object = member.value
                } else {
                    missing.append(key)
                }
            case .index(let index):
                guard missing.isEmpty, let elements = object.elements, elements.indices.contains(index) else {
                    return nil
                }
                object = elements[index]
            }
        }
        guard let key = missing.first, object.isInFile, let members = object.members else { return nil }
        let inner = Array(missing.dropFirst())
        guard members.allSatisfy({ $0.keySpan.origin == .file && $0.value.isInFile }) else { return nil }
        if isFlow(object) {
            let nested = inner.reversed().reduce(value) { JSONValue.object([JSONMember($1, $0)]) }
            return flowAddition(key, nested, to: object, members)
        }
        return blockAddition([key] + inner, value, to: members)
    }

    private func flowAddition(
        _ key: String, _ value: JSONValue, to object: Node, _ members: [Node.Member]
    ) -> [TextEdit] {
        let text =
            scalars.isJSON
            ? "\(scalars.text(of: .string(key))): \(spaced(value))"
            : "\(scalars.text(of: .string(key))): \(scalars.text(of: value))"
        guard let last = members.last else {
            return [TextEdit(start(of: object) + 1..<object.span.bytes.upperBound - 1, text)]
        }
        let end = end(of: last.value)
        let before =
            members.count > 1 ? self.end(of: members[members.count - 2].value) : self.start(of: object)
        let start = last.keySpan.bytes.lowerBound
        // One member a line: the new one gets a line, too, with the same indentation.
        let line = lineStart(start)
        let separator =
            line > before && isBlank(line..<start)
            ? newLine + String(decoding: bytes[line..<start], as: UTF8.self) : " "
        return [TextEdit(end..<end, ",\(separator)\(text)")]
    }

    private func blockAddition(_ keys: [String], _ value: JSONValue, to members: [Node.Member]) -> [TextEdit]?
    {
        guard let first = members.first, let last = members.last else { return nil }
        let start = first.keySpan.bytes.lowerBound
        guard !followsQuestionMark(start) else { return nil }
        let column = start - lineStart(start)
        let end = lineEnd(max(end(of: last.value), last.keySpan.bytes.upperBound))
        var lines: [String] = []
        for (depth, key) in keys.enumerated() {
            let indentation = String(repeating: " ", count: column + 2 * depth)
            let ending = depth + 1 == keys.count ? " \(scalars.text(of: value))" : ""
            lines.append("\(indentation)\(scalars.text(of: .string(key))):\(ending)")
        }
        // At a carriage return, so that it stays with its line feed.
        let place = end > 0 && end < bytes.count && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
        return [TextEdit(place..<place, newLine + lines.joined(separator: newLine))]
    }

    /// Whether the key at `start` stands after a question mark, and so further to the right than its mapping.
    private func followsQuestionMark(_ start: Int) -> Bool {
        var end = start
        while true {
            let begin = lineStart(end)
            let comment = (begin..<end).first { place in
                bytes[place] == UInt8(ascii: "#") && (place == begin || isBlank(place - 1..<place))
            }
            let text = bytes[begin..<(comment ?? end)]
            if let mark = text.lastIndex(where: { ![0x09, 0x0D, 0x20].contains($0) }) {
                return text[mark] == UInt8(ascii: "?") && (mark == begin || isBlank(mark - 1..<mark))
            }
            guard begin > 0 else { return false }
            end = begin - 1
        }
    }

    /// `value` on one line with blanks, as people write it.
    private func spaced(_ value: JSONValue) -> String {
        guard case .object(let members) = value else { return JSONWriter.text(of: value, .compact) }
        return "{"
            + members.map { "\(JSONWriter.text(of: .string($0.name), .compact)): \(spaced($0.value))" }
            .joined(separator: ", ") + "}"
    }
}
