public import Document
public import Findings
public import JSONText

/// An object of the model with a fixed set of keys.
public protocol ModelObject: ModelValue {
    /// One of which the model says nothing.
    init()
    /// Its keys, in the order in which they are written.
    static var keys: [ModelKey<Self>] { get }
}

extension ModelObject {
    /// Reads all keys, matched without regard to case; reports unknown, repeated and missing ones.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> Self? {
        guard let members = node.members else {
            reading.wrongType(node, expected: "an object", at: path)
            return nil
        }
        var object = Self()
        let keys = keys
        let written = Correspondence(members, keys, at: path, into: &reading)
        let standard = Correspondence(defaults?.members ?? [], keys)
        // Of most keys a model says nothing.
        for index in keys.indices where written.has(index) || standard.has(index) || keys[index].isRequired {
            let key = keys[index]
            let member = written[index]
            let fallback = standard[index]?.value
            let value = member.flatMap { $0.value.content == .null ? nil : $0.value }
            // Nothing is ever said about the defaults, so their places are not made.
            let place = member == nil && !key.isRequired ? path : path[key.name]
            if let member, member.key != key.name {
                reading.report(
                    Finding(
                        ModelRule.keySpelling, .info, at: path[member.key], part: .key,
                        "\(member.key) is usually spelt \(key.name)", remedy: "write \(key.name)",
                        fix: .safe(.rename(path[member.key], key.name))))
            }
            if let value {
                key.effect.report(value, key: key.name, isSecret: key.isSecret, at: place, into: &reading)
            }
            if value == nil, key.isRequired {
                reading.report(
                    Finding(
                        ModelRule.missingKey, .error, at: path, "\(place) is missing",
                        remedy: "add \(key.name)"))
            } else if key.isRequired, value?.content == .string(""), key.kind().shape.isText {
                reading.report(
                    Finding(
                        ModelRule.missingKey, .error, at: place, "\(place) is blank",
                        remedy: "say its value"))
            }
            key.read(value, fallback, place, &object, &reading)
        }
        for member in written.strangers {
            let near = Spelling.nearest(to: member.key, among: keys.map(\.name))
            reading.report(
                Finding(
                    ModelRule.unknownKey, .error, at: path[member.key], part: .key,
                    "no model has a key \"\(member.key)\" in \(path == .root ? "its top level" : "\(path)")",
                    remedy: near.map { "write \($0)" } ?? "remove it",
                    fix: near.flatMap { near in
                        node.member(near) == nil ? .safe(.rename(path[member.key], near)) : nil
                    }))
        }
        return object
    }

    /// The object with its keys.
    public static var shape: ValueShape {
        .object(name: "\(Self.self)", keys: { keys.map(\.shape) })
    }

    /// The object with all its keys that say something.
    public var json: JSONValue {
        .object(Self.keys.compactMap { key in key.json(self).map { JSONMember(key.name, $0) } })
    }
}

/// A part of the old language that is known by name only: its inside is not read.
public struct OpaqueObject: ModelValue {
    /// Any value.
    public static func read(
        _ node: Node, defaults: Node?, at path: ModelPath, into reading: inout Reading
    ) -> OpaqueObject? { OpaqueObject() }

    /// Anything.
    public static var shape: ValueShape { .anything }

    /// Never written.
    public var json: JSONValue { .object([]) }
}
