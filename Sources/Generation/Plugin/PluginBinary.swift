/// The slipway-vnet that comes with this slipway.
public struct PluginBinary: Sendable {
    /// Where it stands.
    public let path: String
    /// Its SHA-256 in lower-case hexadecimal digits.
    public let sha256: String

    /// Larger than the program ever is.
    static let limit = 64 << 20

    /// The program at `path`: a file, since it is read for its checksum now and copied later.
    public init(at path: String) throws(SystemError) {
        let file = try StreamedFile(reading: path)
        guard let size = POSIX.size(ofFile: path) else { throw .noProgram(path) }
        guard size <= Self.limit else { throw .tooLarge(path) }
        sha256 = try file.sha256()
        self.path = path
    }

    /// The program as a file of the folder.
    var generatedFile: GeneratedFile {
        GeneratedFile("plugin/slipway-vnet", .copy(of: path, sha256: sha256), .executable)
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
