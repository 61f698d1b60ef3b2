import EmbeddedFiles
public import NodeConfig

/// Where templates come from and go to.
public enum TemplateFiles {
    private static let root = "templates/"
    /// Larger than any template.
    private static let limit = 4 << 20

    /// The templates that are part of the program, as files.
    public static var embedded: [GeneratedFile] {
        EmbeddedFile.all.filter { $0.path.hasPrefix(root) }.map { file in
            let path = String(file.path.dropFirst(root.count))
            let isProgram = file.bytes.starts(with: "#!".utf8)
            return GeneratedFile(path, file.bytes, isProgram ? .executable : .everybody)
        }
    }

    /// The embedded templates, with those in the folder `changed` in their places.
    ///
    /// - Throws: if the folder cannot be read.
    public static func source(changed folder: String?) throws(SystemError) -> TemplateSource {
        var files: [String: [UInt8]] = [:]
        var isChanged = false
        for file in EmbeddedFile.all where file.path.hasPrefix(root) {
            files[String(file.path.dropFirst(root.count))] = file.bytes
        }
        if let folder {
            let kind = try POSIX.kind(of: POSIX.resolved(folder) ?? folder)
            guard kind == .directory else {
                throw SystemError(
                    call: "use templates of", path: folder,
                    code: kind == nil ? POSIX.notThere : POSIX.notADirectory)
            }
            for path in files.keys.sorted() where try POSIX.kind(of: "\(folder)/\(path)") == .file {
                let bytes = try POSIX.contents(of: "\(folder)/\(path)", limit: limit)
                if bytes != files[path] { isChanged = true }
                files[path] = bytes
            }
        }
        return TemplateSource(files: files, isChanged: isChanged)
    }

    /// Writes the embedded templates into `folder`, which must be new or empty.
    public static func export(to folder: String) throws(OutputFolder.Refusal) {
        try OutputFolder(folder).write(embedded, force: false)
    }
}
