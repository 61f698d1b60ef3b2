import Findings
import JSONText

/// Reads JSON into nodes.
enum JSONTree {
    static func read(_ text: SourceText, file: String, depthLimit: Int) throws(UnreadableDocument) -> Node {
        var builder = Builder()
        do {
            return try JSONReader.read(text.bytes, depthLimit: depthLimit, with: &builder)
        } catch {
            let place = text.position(at: error.offset)
            let rule: RuleID
            if case .tooDeep = error.reason { rule = ReadingRule.tooDeep } else { rule = ReadingRule.syntax }
            throw UnreadableDocument(
                Finding(
                    rule, .error, at: .root, "not valid JSON: \(error)",
                    location: SourceLocation(file: file, line: place.line, column: place.column)))
        }
    }

    private struct Builder: JSONTreeBuilder {
        func scalar(_ value: JSONValue, in range: Range<Int>) -> Node {
            let content: Node.Content =
                switch value {
                case .bool(let flag): .bool(flag)
                case .integer(let number): .integer(number)
                case .double(let number): .double(number)
                case .string(let text): .string(text)
                case .null, .array, .object: .null
                }
            return Node(content, at: SourceSpan(range))
        }

        func member(_ key: String, in keyRange: Range<Int>, _ value: Node) -> Node.Member {
            Node.Member(key, at: SourceSpan(keyRange), value)
        }

        func array(_ elements: [Node], in range: Range<Int>) -> Node {
            Node(.array(elements), at: SourceSpan(range))
        }
        func object(_ members: [Node.Member], in range: Range<Int>) -> Node {
            Node(.object(members), at: SourceSpan(range))
        }
    }
}
