public import Document
public import Findings
public import JSONText

/// A map from text to text in the order of the model, such as labels or flags. Its keys are data and keep their case.
public struct StringMap: Sendable, Hashable {
    /// A key and its text.
    public struct Entry: Sendable, Hashable {
        /// The key.
        public var key: String
        /// The text.
        public var value: String
    }

    /// The entries in order, no key twice.
    public private(set) var entries: [Entry] = []

    /// An empty map.
    public init() {}

    /// The text of `key`; setting nil removes the entry, a new key goes to the end.
    public subscript(key: String) -> String? {
        get { entries.first { $0.key == key }?.value }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Whether there is no entry.
    public var isEmpty: Bool { entries.isEmpty }
}

extension StringMap: ExpressibleByDictionaryLiteral {
    /// The entries in the written order; of a key twice the last counts.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (key, value) in elements { self[key] = value }
    }
}

extension StringMap: ModelValue {
    /// An object whose values are all text.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> StringMap? {
        guard let members = node.members else {
            reading.wrongType(node, expected: "an object of strings", at: path)
            return nil
        }
        var map = StringMap()
        for member in members where member.value.content != .null {
            if let text = String.read(member.value, defaults: nil, at: path[member.key], into: &reading) {
                map[member.key] = text
            }
        }
        return map
    }

    /// A map.
    public static var shape: ValueShape { .textMap }

    /// The object.
    public var json: JSONValue { .object(entries.map { JSONMember($0.key, .string($0.value)) }) }
}
