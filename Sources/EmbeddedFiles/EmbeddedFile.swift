internal import CEmbeddedFiles

/// A file of `templates/`, `apimodels/`, `docs/rules/` or of the packs made of templates that is part of the program, so that the binary works alone.
public struct EmbeddedFile: Sendable {
    /// Its path from the top of the repository.
    public let path: String
    private let index: Int

    /// What it holds.
    public var bytes: [UInt8] {
        guard let file = unsafe embedded_file_at(index) else { return [] }
        return unsafe Self.bytes(of: file)
    }

    /// All of them, in order of path.
    public static let all: [EmbeddedFile] = (0..<embedded_file_count()).compactMap { index in
        guard let file = unsafe embedded_file_at(index) else { return nil }
        return EmbeddedFile(path: unsafe String(cString: file.pointee.path), index: index)
    }

    /// What the file at `path` holds, nil if there is none.
    public static func bytes(at path: String) -> [UInt8]? {
        guard let file = unsafe embedded_file_named(path) else { return nil }
        return unsafe bytes(of: file)
    }

    private static func bytes(of file: UnsafePointer<embedded_file>) -> [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
    }
}
