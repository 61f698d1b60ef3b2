import Findings

extension Document {
    /// The keys at the top of a model; every other path of a `--set` flag begins in `properties`.
    private static let topLevelKeys = [
        "apiVersion", "properties", "id", "name", "location", "type", "plan", "tags",
    ]

    /// Carries out the `--set` flag `text`: its values count as if they stood in the file, with the flag as place.
    ///
    /// - Throws: if the flag is not of the form `path=value,…`, or a path leads through a value that is no object or
    ///   list, or past the end of a list.
    public mutating func assign(_ text: String) throws(UnreadableDocument) {
        let source = SourceText(Array(text.utf8))
        let origin = SourceSpan.Origin.assignment(assignments.count)
        assignments.append(source)
        var reader = AssignmentReader(source.bytes)
        do {
            for assignment in try reader.assignments() {
                let value = Node(assignment.content, at: SourceSpan(assignment.bytes, in: origin))
                var path = assignment.path
                if case .key(let first)? = path.first,
                    !Self.topLevelKeys.contains(where: first.equalsIgnoringCase)
                {
                    path.insert(.key("properties"), at: 0)
                }
                root = try Self.setting(path[...], in: root, to: value)
            }
        } catch {
            throw UnreadableDocument(
                Finding(
                    ReadingRule.assignment, .error, at: .root, error.message,
                    remedy: "write --set agentPoolProfiles[0].count=5",
                    location: location(of: SourceSpan(error.offset..<error.offset, in: origin))))
        }
    }

    private static func setting(
        _ path: ArraySlice<ModelPath.Step>, in node: Node, to value: Node
    ) throws(AssignmentReader.Problem) -> Node {
        guard let step = path.first else { return value }
        let rest = path.dropFirst()
        let offset = value.span.bytes.lowerBound
        var node = node
        switch step {
        case .key(let key):
            if node.content == .null { node = Node(.object([]), at: value.span) }
            guard var members = node.members else {
                throw .init(message: "\"\(key)\" leads into \(node.kind), which has no keys", offset: offset)
            }
            let index =
                members.firstIndex { $0.key == key } ?? members.firstIndex { $0.key.equalsIgnoringCase(key) }
            let old = index.map { members[$0].value } ?? Node(.null, at: value.span)
            let new = try setting(rest, in: old, to: value)
            if let index {
                members[index].value = new
            } else {
                members.append(Node.Member(key, at: value.span, new))
            }
            node.content = .object(members)
        case .index(let index):
            if node.content == .null { node = Node(.array([]), at: value.span) }
            guard var elements = node.elements else {
                throw .init(message: "[\(index)] leads into \(node.kind), which is no list", offset: offset)
            }
            guard index <= elements.count else {
                throw .init(
                    message: "[\(index)] is past the end of a list of \(elements.count)", offset: offset)
            }
            let old = index < elements.count ? elements[index] : Node(.null, at: value.span)
            let new = try setting(rest, in: old, to: value)
            if index < elements.count { elements[index] = new } else { elements.append(new) }
            node.content = .array(elements)
        }
        return node
    }
}
