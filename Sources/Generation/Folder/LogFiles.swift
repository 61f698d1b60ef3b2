/// Fetches logs for `doctor`.
public enum LogFiles {
    /// Bytes of a log that are read, and that a diagnosis looks at: the first ones.
    private static let sizeLimit = 16 << 20

    /// The texts of `paths`, and of the attempts that `deploy` left in the folder `attemptsOf`.
    ///
    /// - Throws: where one cannot be read.
    public static func read(_ paths: [String], attemptsOf folder: String?) throws(SystemError) -> [(
        name: String, text: String
    )] {
        var paths = paths
        if let folder {
            let attempts = "\(folder)/attempts"
            let kind = try POSIX.kind(of: POSIX.resolved(folder) ?? folder)
            guard kind == .directory else {
                throw SystemError(
                    call: "read", path: folder, code: kind == nil ? POSIX.notThere : POSIX.notADirectory)
            }
            if try POSIX.kind(of: attempts) == .directory {
                paths += try POSIX.names(in: attempts).map { "\(attempts)/\($0)" }
            }
        }
        var logs: [(name: String, text: String)] = []
        for path in paths {
            logs.append(
                (path, String(decoding: try POSIX.contents(of: path, limit: sizeLimit), as: UTF8.self)))
        }
        return logs
    }
}
