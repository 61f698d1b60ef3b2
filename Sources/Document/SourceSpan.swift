/// Where a key or value stands: bytes of the model's text, or a `--set` flag.
public struct SourceSpan: Sendable, Hashable {
    /// Which text the bytes are counted in.
    public enum Origin: Sendable, Hashable {
        /// The model's file.
        case file
        /// The flag at this index of the `--set` assignments.
        case assignment(Int)
    }

    /// Which text.
    public var origin: Origin
    /// Which bytes of it.
    public var bytes: Range<Int>

    /// Bytes of a text.
    public init(_ bytes: Range<Int>, in origin: Origin = .file) {
        self.bytes = bytes
        self.origin = origin
    }
}
