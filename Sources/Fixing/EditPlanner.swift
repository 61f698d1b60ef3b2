public import Document
public import Findings
import JSONText

/// Turns fixes into edits of a model's text. Nothing outside the edits changes: comments, order, quotes and indentation
/// stay byte for byte.
public struct EditPlanner: Sendable {
    let document: Document
    let bytes: [UInt8]
    let scalars: ScalarText

    /// Edits of `document`'s text.
    public init(_ document: Document) {
        self.document = document
        bytes = document.text.bytes
        scalars = ScalarText(isJSON: document.isJSON)
    }

    /// The edits that `fix` asks for, nil where the text has no place for one of them: the value comes from a `--set`
    /// flag, is written in a way that is not edited, or a key on the way stands twice, so that it cannot be told which is meant.
    public func edits(for fix: Fix) -> [TextEdit]? {
        var edits: [TextEdit] = []
        for change in fix.changes {
            guard isUnambiguous(change.path), let edit = edit(for: change), edit.allSatisfy(isInText),
                !edits.touches(edit)
            else {
                return nil
            }
            edits += edit
        }
        return edits.isEmpty ? nil : edits
    }

    private func isUnambiguous(_ path: ModelPath) -> Bool {
        var node = document.root
        for step in path.steps {
            switch step {
            case .key(let key):
                let found = (node.members ?? []).filter { $0.key.equalsIgnoringCase(key) }
                guard found.count <= 1 else { return false }
                guard let member = found.first else { return true }
                node = member.value
            case .index(let index):
                guard let elements = node.elements, elements.indices.contains(index) else { return true }
                node = elements[index]
            }
        }
        return true
    }

    private func edit(for change: Fix.Change) -> [TextEdit]? {
        switch change {
        case .replace(let path, let value):
            guard let node = document.node(at: path), node.isInFile, node.isScalar else { return nil }
            let range = node.span.bytes
            guard let text = scalars.text(of: value, inPlaceOf: bytes[range]) else { return nil }
            return [TextEdit(range, text)]
        case .rename(let path, let name):
            guard let place = place(of: path), case .file = place.member.keySpan.origin else { return nil }
            let range = place.member.keySpan.bytes
            guard !range.isEmpty, let text = scalars.text(of: .string(name), inPlaceOf: bytes[range]) else {
                return nil
            }
            return [TextEdit(range, keyText(text, name, range))]
        case .remove(let path): return place(of: path).flatMap(removal)
        case .add(let path, let value): return addition(of: value, at: path)
        }
    }

    /// A plain key may hold more than a plain value: flags begin with hyphens.
    private func keyText(_ text: String, _ name: String, _ range: Range<Int>) -> String {
        let isPlain =
            bytes[range.lowerBound] != UInt8(ascii: "\"") && bytes[range.lowerBound] != UInt8(ascii: "'")
        guard !scalars.isJSON, isPlain, name.hasPrefix("--"), PlainScalar.isText(String(name.dropFirst(2)))
        else { return text }
        return name
    }

    /// A member, the object in which it stands, and the members of that.
    struct Place {
        var parent: Node
        var siblings: [Node.Member]
        var index: Int
        var member: Node.Member { siblings[index] }
    }

    func place(of path: ModelPath) -> Place? {
        guard case .key(let key)? = path.steps.last, let above = path.parent,
            let parent = document.node(at: above), let siblings = parent.members,
            let index = siblings.firstIndex(where: { $0.key == key })
                ?? siblings.firstIndex(where: { $0.key.lowercased() == key.lowercased() })
        else { return nil }
        return Place(parent: parent, siblings: siblings, index: index)
    }

    private func isInText(_ edit: TextEdit) -> Bool {
        edit.range.lowerBound >= 0 && edit.range.upperBound <= bytes.count
    }
}

extension Node {
    var isInFile: Bool { span.origin == .file }

    var isScalar: Bool { members == nil && elements == nil }
}
