/// A file of the generated folder.
public struct GeneratedFile: Sendable, Hashable {
    /// Its path from the folder, with `/` between the parts.
    public var path: String
    /// What it holds.
    public var bytes: [UInt8]
    /// Who may read it.
    public var access: Access

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
    public init(_ path: String, _ bytes: [UInt8], _ access: Access = .everybody) {
        self.path = path
        self.bytes = bytes
        self.access = access
    }

    /// A file of text.
    public init(_ path: String, text: String) { self.init(path, Array(text.utf8)) }
}
