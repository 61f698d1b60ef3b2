internal import Document

/// Lays JSON out: two spaces a step, one member a line; what stood on one line and fits stays on one. Scalars keep their
/// spelling byte for byte.
struct JSONLayout {
    private let bytes: [UInt8]
    private var result: [UInt8] = []

    static func bytes(of document: Document) -> [UInt8] {
        var layout = JSONLayout(bytes: document.text.bytes)
        layout.write(document.root, at: 0, column: 0, isTop: true)
        return layout.result + [UInt8(ascii: "\n")]
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func write(_ node: Node, at indentation: Int, column: Int, isTop: Bool = false) {
        if !isTop || node.isEmptyCollection, let line = oneLine(node),
            column + line.count <= ModelLayout.width || node.isScalar || node.isEmptyCollection
        {
            result += line
            return
        }
        switch node.content {
        case .object(let members):
            list(members, "{", "}", at: indentation) { layout, member in
                let key = Array(layout.bytes[member.keySpan.bytes])
                layout.result += key + Array(": ".utf8)
                layout.write(
                    member.value, at: indentation + 2, column: indentation + 2 + key.count + 2)
            }
        case .array(let elements):
            list(elements, "[", "]", at: indentation) { layout, element in
                layout.write(element, at: indentation + 2, column: indentation + 2)
            }
        default: result += bytes[node.span.bytes]
        }
    }

    private mutating func list<Item>(
        _ items: [Item], _ open: StaticString, _ close: StaticString, at indentation: Int,
        _ body: (inout JSONLayout, Item) -> Void
    ) {
        result += Array("\(open)".utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { result.append(UInt8(ascii: ",")) }
            newLine(indentation + 2)
            body(&self, item)
        }
        newLine(indentation)
        result += Array("\(close)".utf8)
    }

    private mutating func newLine(_ indentation: Int) {
        result.append(UInt8(ascii: "\n"))
        result += repeatElement(UInt8(ascii: " "), count: indentation)
    }

    /// The value on one line, nil where it did not stand on one.
    private func oneLine(_ node: Node) -> [UInt8]? {
        if node.isScalar { return Array(bytes[node.span.bytes]) }
        guard node.isEmptyCollection || !bytes[node.span.bytes].contains(UInt8(ascii: "\n")) else {
            return nil
        }
        var line: [UInt8] = []
        switch node.content {
        case .object(let members):
            for member in members {
                line += line.isEmpty ? [] : Array(", ".utf8)
                line += Array(bytes[member.keySpan.bytes]) + Array(": ".utf8) + (oneLine(member.value) ?? [])
            }
            return [UInt8(ascii: "{")] + line + [UInt8(ascii: "}")]
        case .array(let elements):
            for element in elements {
                line += line.isEmpty ? [] : Array(", ".utf8)
                line += oneLine(element) ?? []
            }
            return [UInt8(ascii: "[")] + line + [UInt8(ascii: "]")]
        default: return nil
        }
    }
}

extension Node {
    /// Whether this is neither list nor object.
    var isScalar: Bool { members == nil && elements == nil }

    /// Whether this is a list or object with nothing in it.
    var isEmptyCollection: Bool { members?.isEmpty ?? elements?.isEmpty ?? false }
}
