import Crypto

/// The slipway-vnet that comes with this slipway.
public struct PluginBinary: Sendable {
    /// The program.
    public let bytes: [UInt8]
    /// Where it stands.
    public let path: String
    /// Its SHA-256 in lower-case hexadecimal digits.
    public let sha256: String

    /// Larger than the program ever is.
    private static let limit = 64 << 20

    /// The program at `path`.
    public init(at path: String) throws(SystemError) {
        bytes = try POSIX.contents(of: path, limit: Self.limit)
        sha256 = SHA256.hash(data: bytes).hexadecimal
        self.path = path
    }

    /// The program where an installation or a build has it: beside slipway, or in `../libexec/slipway`.
    ///
    /// - Parameter program: slipway's own path.
    public static func bundled(with program: String) throws(SystemError) -> PluginBinary? {
        guard let resolved = POSIX.resolved(program), let slash = resolved.lastIndex(of: "/") else {
            return nil
        }
        let folder = resolved[..<slash]
        for path in ["\(folder)/slipway-vnet", "\(folder)/../libexec/slipway/slipway-vnet"]
        where try POSIX.kind(of: path) == .file {
            return try PluginBinary(at: path)
        }
        return nil
    }
}
