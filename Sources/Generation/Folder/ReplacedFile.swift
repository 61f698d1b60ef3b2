/// Puts a file in the place of another, whole or not at all.
public enum ReplacedFile {
    /// Writes `bytes` to `path`. A file that is there keeps its rights; a new one gets `mode`. Links are followed.
    ///
    /// - Throws: if the folder is not there, not permitted, or full; the old file is then untouched.
    public static func write(
        _ bytes: [UInt8], to path: String, mode newMode: UInt16 = 0o644
    ) throws(SystemError) {
        let kind = try POSIX.kind(of: path)
        if kind == .other {
            // A terminal, a pipe or /dev/stdout: there is nothing to replace.
            return try POSIX.append(bytes, to: path)
        }
        let target = kind == .link ? POSIX.resolved(path) ?? path : path
        let mode = (try? POSIX.mode(of: target)) ?? newMode
        let scratch = "\(target).slipway-\(POSIX.processID)"
        do throws(SystemError) {
            try POSIX.create(scratch, bytes, mode: mode, isDurable: true)
            try POSIX.move(scratch, to: target)
        } catch {
            try? POSIX.removeFile(scratch)
            throw error
        }
    }
}
