/// A file of the generated folder.
public struct GeneratedFile: Sendable, Hashable {
    /// Its path from the folder, with `/` between the parts.
    public var path: String
    /// What it holds.
    public var content: Content
    /// Who may read it.
    public var access: Access

    /// What a file holds.
    public enum Content: Sendable, Hashable {
        /// These bytes.
        case bytes([UInt8])
        /// What the file at `path` holds, whose SHA-256 is known: a program that is too large to be held in memory for nothing.
        case copy(of: String, sha256: String)
    }

    /// Who may read a file.
    public enum Access: Sendable, Hashable {
        /// Everybody: 0644.
        case everybody
        /// Everybody, and run it: 0755.
        case executable
        /// The owner only: 0600, in a folder of 0700.
        case owner

        /// The permission bits.
        public var mode: UInt16 {
            switch self {
            case .everybody: 0o644
            case .executable: 0o755
            case .owner: 0o600
            }
        }
    }

    /// A file.
    public init(_ path: String, _ content: Content, _ access: Access = .everybody) {
        self.path = path
        self.content = content
        self.access = access
    }

    /// A file of bytes.
    public init(_ path: String, _ bytes: [UInt8], _ access: Access = .everybody) {
        self.init(path, .bytes(bytes), access)
    }

    /// A file of text.
    public init(_ path: String, text: String) { self.init(path, Array(text.utf8)) }

    /// What it holds, in memory.
    ///
    /// - Throws: where a file to be copied cannot be read.
    public func bytes() throws(SystemError) -> [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .copy(let path, _): try POSIX.contents(of: path, limit: PluginBinary.limit)
        }
    }

    /// Whether comparing it with an older one takes less time than writing it.
    var isLarge: Bool {
        switch content {
        case .bytes(let bytes): bytes.count >= 1 << 18
        case .copy: true
        }
    }
}
