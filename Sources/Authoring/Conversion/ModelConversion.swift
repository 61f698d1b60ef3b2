public import Document
internal import JSONText

/// A model in the other of its two notations.
public enum ModelConversion {
    /// The notations of models.
    public enum Notation: String, Sendable, CaseIterable {
        case json, yaml
    }

    /// The text of `document`, which has no `--set` assignments, in `notation`; its own text where it has that already.
    public static func bytes(of document: Document, as notation: Notation) -> [UInt8] {
        if document.notation == notation { return document.text.bytes }
        switch notation {
        case .json: return JSONWriter.bytes(of: document.root.json)
        case .yaml: return YAMLWriter.bytes(of: YAMLContent(document.root.json).members)
        }
    }

    /// The comments that `document` loses as JSON, and whether a suppression is among them.
    public static func comments(of document: Document) -> (count: Int, holdSuppressions: Bool) {
        if document.isJSON { return (0, false) }
        let comments = SourceComments(document).all
        let mark = Array("slipway: ignore".utf8)
        return (
            comments.count,
            comments.contains { comment in
                document.text.bytes[comment.range].indices.contains {
                    document.text.bytes[$0..<comment.range.upperBound].starts(with: mark)
                }
            }
        )
    }
}

extension Document {
    /// How it is written.
    public var notation: ModelConversion.Notation { isJSON ? .json : .yaml }
}

extension Node {
    /// The value without its places; of a key that stands twice, both.
    var json: JSONValue {
        switch content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.json))
        case .object(let members): .object(members.map { JSONMember($0.key, $0.value.json) })
        }
    }
}

extension YAMLContent {
    var members: [YAMLMember] {
        if case .object(let members) = self { members } else { [] }
    }
}
