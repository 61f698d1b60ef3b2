/// The pairs of CNI_ARGS: `KEY=VALUE;KEY=VALUE`. Unknown keys do no harm; parts without `=` are passed over.
public struct CNIArguments: Sendable {
    private let pairs: [(key: Substring, value: Substring)]

    /// The pairs in `text`.
    public init(_ text: String) {
        // Both signs are one byte that stands in no other character: bytes are enough, and characters cost five times as much.
        pairs = text.utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
            guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (Substring(part[..<sign]), Substring(part[part.index(after: sign)...]))
        }
    }

    /// The value of `key`, the first if there are several.
    public subscript(key: String) -> String? { pairs.first { $0.key == key }.map { String($0.value) } }

    /// The address that the runtime asks for.
    public var address: String? { self["IP"] }
    /// The pod's namespace, empty if the runtime does not say.
    public var podNamespace: String { self["K8S_POD_NAMESPACE"] ?? "" }
    /// The pod's name, empty if the runtime does not say.
    public var podName: String { self["K8S_POD_NAME"] ?? "" }
}
