import Document
import Findings
import JSONText

/// One key of an object of the model: its name, its place in the typed value, and what slipway does with it.
///
/// One table of these a type drives reading, the search for unknown keys, and writing. `Root` is a `ModelObject`; that is
/// said in the extension only, because the runtime would look for the conformance once a type at every start.
public struct ModelKey<Root>: Sendable {
    /// The key as models usually spell it.
    public let name: String
    /// The key in small letters, by which it is found.
    let folded: String
    /// What slipway does with it.
    public let effect: KeyEffect
    /// Whether a model without it is refused.
    public let isRequired: Bool
    /// Whether its value must not be shown.
    public var isSecret = false
    /// What a schema says of its value; made when it is asked for.
    let kind: @Sendable () -> (shape: ValueShape, constraints: [ConstraintShape])
    /// The type in whose table it stands.
    let owner: any ModelObject.Type
    let read: @Sendable (Node?, Node?, ModelPath, inout Root, inout Reading) -> Void
    let json: @Sendable (Root) -> JSONValue?
}

extension ModelKey where Root: ModelObject {
    /// Where a value stands in `Root`. Key paths are made by the runtime, which takes time: only those are that a model needs,
    /// and where the functions below are inlined into a table, none.
    public typealias Place<Value> = @Sendable () -> any WritableKeyPath<Root, Value> & Sendable

    /// The key for a schema.
    public var shape: KeyShape {
        let (value, constraints) = kind()
        let standard: JSONValue? =
            switch json(Root()) {
            case .array, .object, .null, nil: nil
            case let scalar: scalar
            }
        return KeyShape(
            name: name, owner: "\(owner)", isRequired: isRequired, isSecret: isSecret, effect: effect,
            value: value, constraints: constraints, standard: standard)
    }

    /// A key that may be left out and then is nil (or what the defaults say).
    @inline(__always)
    public static func optional<Value: ModelValue>(
        _ name: String, _ place: @autoclosure @escaping Place<Value?>,
        _ effect: KeyEffect = .honoured,
        required: Bool = false, _ constraint: Constraint<Value>...
    ) -> ModelKey {
        ModelKey(
            name: name, folded: name.lowercased(), effect: effect, isRequired: required,
            kind: { (Value.shape, constraint.compactMap(\.shape)) }, owner: Root.self,
            read: { node, defaults, path, root, reading in
                guard let value: Value = value(node, defaults, constraint, path, &reading) else { return }
                root[keyPath: place()] = value
            },
            json: { $0[keyPath: place()]?.json })
    }

    /// A key that always has a value: what the model says, else what the defaults say.
    @inline(__always)
    public static func defaulted<Value: ModelValue>(
        _ name: String, _ place: @autoclosure @escaping Place<Value>, _ effect: KeyEffect = .honoured,
        _ constraint: Constraint<Value>...
    ) -> ModelKey {
        ModelKey(
            name: name, folded: name.lowercased(), effect: effect, isRequired: false,
            kind: { (Value.shape, constraint.compactMap(\.shape)) }, owner: Root.self,
            read: { node, defaults, path, root, reading in
                guard let value: Value = value(node, defaults, constraint, path, &reading) else { return }
                root[keyPath: place()] = value
            },
            json: { $0[keyPath: place()].json })
    }

    /// An object that every model must have.
    @inline(__always)
    public static func required<Value: ModelObject>(
        _ name: String, _ place: @autoclosure @escaping Place<Value>
    ) -> ModelKey {
        let key = defaulted(name, place())
        return ModelKey(
            name: name, folded: name.lowercased(), effect: .honoured, isRequired: true, kind: key.kind,
            owner: Root.self,
            read: key.read, json: key.json)
    }

    /// A list that may be left out.
    @inline(__always)
    public static func list<Value: ModelValue>(
        _ name: String, _ place: @autoclosure @escaping Place<[Value]>,
        _ effect: KeyEffect = .honoured
    ) -> ModelKey {
        ModelKey(
            name: name, folded: name.lowercased(), effect: effect, isRequired: false,
            kind: { ([Value].shape, []) }, owner: Root.self,
            read: { node, defaults, path, root, reading in
                // The defaults of a list are a pattern for its elements, not elements.
                guard let node, let value = [Value].read(node, defaults: defaults, at: path, into: &reading)
                else {
                    return
                }
                root[keyPath: place()] = value
            },
            json: { $0[keyPath: place()].isEmpty ? nil : $0[keyPath: place()].json })
    }

    /// A map that may be left out.
    @inline(__always)
    public static func map(
        _ name: String, _ place: @autoclosure @escaping Place<StringMap>,
        _ effect: KeyEffect = .honoured
    ) -> ModelKey {
        ModelKey(
            name: name, folded: name.lowercased(), effect: effect, isRequired: false,
            kind: { (StringMap.shape, []) }, owner: Root.self,
            read: { node, defaults, path, root, reading in
                guard let value: StringMap = value(node, defaults, [], path, &reading) else { return }
                root[keyPath: place()] = value
            },
            json: { $0[keyPath: place()].isEmpty ? nil : $0[keyPath: place()].json })
    }

    /// A secret: read, and never written again.
    @inline(__always)
    public static func secret(
        _ name: String, _ place: @autoclosure @escaping Place<Secret?>,
        _ constraint: Constraint<Secret>...
    ) -> ModelKey {
        ModelKey(
            name: name, folded: name.lowercased(), effect: .honoured, isRequired: false, isSecret: true,
            kind: { (Secret.shape, constraint.compactMap(\.shape)) }, owner: Root.self,
            read: { node, defaults, path, root, reading in
                guard let secret = value(node, defaults, constraint, path, &reading) else { return }
                root[keyPath: place()] = secret
            },
            json: { _ in nil })
    }

    /// A list of secrets: read, and never written again.
    @inline(__always)
    public static func secrets(_ name: String, _ place: @autoclosure @escaping Place<[Secret]>)
        -> ModelKey
    {
        let key = list(name, place())
        return ModelKey(
            name: name, folded: name.lowercased(), effect: .honoured, isRequired: false, kind: key.kind,
            owner: Root.self,
            read: key.read, json: { _ in nil })
    }

    /// A key of which only the type is checked: it has no effect, or any use of it is refused.
    public static func known<Value: ModelValue>(
        _ name: String, _ type: Value.Type, _ effect: KeyEffect
    ) -> ModelKey {
        ModelKey(
            name: name, folded: name.lowercased(), effect: effect, isRequired: false,
            isSecret: type == Secret.self,
            kind: { (Value.shape, []) }, owner: Root.self,
            read: { node, _, path, _, reading in
                guard let node else { return }
                _ = Value.read(node, defaults: nil, at: path, into: &reading)
            },
            json: { _ in nil })
    }

    /// The keys of a part that stands flat in this object.
    static func flat<Part: ModelObject>(
        _ place: @autoclosure @escaping Place<Part>, _ keys: [ModelKey<Part>] = Part.keys
    ) -> [ModelKey] {
        keys.map { key in
            ModelKey(
                name: key.name, folded: key.folded, effect: key.effect, isRequired: key.isRequired,
                isSecret: key.isSecret,
                kind: key.kind, owner: key.owner,
                read: { node, defaults, path, root, reading in
                    key.read(node, defaults, path, &root[keyPath: place()], &reading)
                },
                json: { key.json($0[keyPath: place()]) })
        }
    }

    private static func value<Value: ModelValue>(
        _ node: Node?, _ defaults: Node?, _ constraints: [Constraint<Value>], _ path: ModelPath,
        _ reading: inout Reading
    ) -> Value? {
        // Go's zero value: an empty text says nothing where a text is wanted.
        let said = node?.content == .string("") && Value.shape.isText ? nil : node
        guard let said else {
            // The defaults are slipway's own and leave out what a model must say: nothing to report in them.
            var silent = Reading()
            return defaults.flatMap { Value.read($0, defaults: $0, at: path, into: &silent) }
        }
        guard let value = Value.read(said, defaults: defaults, at: path, into: &reading) else { return nil }
        for constraint in constraints {
            if let complaint = constraint.complaint(about: value) {
                reading.notAllowed("\(path) \(complaint.message)", at: path, remedy: complaint.remedy)
                return nil
            }
        }
        return value
    }
}
