public import Findings

extension Document {
    /// `path` with elements of lists called by their `name` where they have one, so that it stays the same when others
    /// come or go before them.
    public func stablePath(_ path: ModelPath) -> String {
        var node: Node? = root
        var text = ""
        for step in path.steps {
            switch step {
            case .key(let key):
                node = node?.member(key)?.value
                text += ".\(key.lowercased())"
            case .index(let index):
                let elements = node?.elements ?? []
                node = elements.indices.contains(index) ? elements[index] : nil
                text += node?.member("name")?.value.string.map { "[name=\($0)]" } ?? "[\(index)]"
            }
        }
        return text
    }

    /// The lines of the file on which the keys stand that lead to `path`, and the elements of lists, from the top.
    public func lines(leadingTo path: ModelPath) -> [Int] {
        var node = root
        var lines: [Int] = []
        for step in path.steps {
            switch step {
            case .key(let key):
                guard let member = node.member(key) else { return lines }
                if case .file = member.keySpan.origin {
                    lines.append(text.position(at: member.keySpan.bytes.lowerBound).line)
                }
                node = member.value
            case .index(let index):
                guard let elements = node.elements, elements.indices.contains(index) else { return lines }
                node = elements[index]
                if case .file = node.span.origin {
                    lines.append(text.position(at: node.span.bytes.lowerBound).line)
                }
            }
        }
        return lines
    }

    /// Whether the byte at `offset` of the file stands in a key or scalar.
    public func isInScalar(_ offset: Int) -> Bool { Self.isInScalar(offset, root) }

    private static func isInScalar(_ offset: Int, _ node: Node) -> Bool {
        func covers(_ span: SourceSpan) -> Bool { span.origin == .file && span.bytes.contains(offset) }
        // What is inside of a collection stands inside of its text, but for what a flag has put there.
        if case .file = node.span.origin, !covers(node.span) { return false }
        switch node.content {
        case .object(let members):
            return members.contains { covers($0.keySpan) || isInScalar(offset, $0.value) }
        case .array(let elements): return elements.contains { isInScalar(offset, $0) }
        default: return covers(node.span)
        }
    }
}
