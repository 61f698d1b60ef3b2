internal import CLinux

/// The few calls on paths that the plugin needs.
public enum Files {
    /// The content of the file at `path`, at most `limit` bytes and one more.
    public static func read(_ path: String, limit: Int) throws(SystemCallError) -> [UInt8] {
        try Descriptor(reading: path).readToEnd(limit: limit, of: path)
    }

    /// Makes the folder at `path` and those above it where they are missing.
    public static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(SystemCallError) {
        if unsafe mkdir(path, mode_t(mode)) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw .last("mkdir", path)
        }
        try makeFolder(String(path[..<slash]), mode: mode)
        guard unsafe mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else { throw .last("mkdir", path) }
    }

    /// Puts `bytes` at `path` in one move, on the disk before it is seen: after a power loss the file is the old one or
    /// the new one. Callers hold a lock: what a killed one left beside it has the same name, and goes.
    public static func replace(_ path: String, with bytes: [UInt8], mode: UInt32) throws(SystemCallError) {
        let new = "\(path).new"
        _ = unsafe unlink(new)
        do throws(SystemCallError) {
            let file = try Descriptor(creating: new, mode: mode)
            try file.write(bytes, of: new)
            try file.synchronize(of: new)
        } catch {
            _ = unsafe unlink(new)
            throw error
        }
        guard unsafe rename(new, path) == 0 else {
            let error = SystemCallError.last("rename", path)
            _ = unsafe unlink(new)
            throw error
        }
        guard let slash = path.lastIndex(of: "/") else { return }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        try Descriptor(opening: folder, O_RDONLY | O_DIRECTORY).synchronize(of: folder)
    }

    /// Renames; nothing to rename is no error.
    public static func move(_ source: String, to target: String) throws(SystemCallError) {
        guard unsafe rename(source, target) == 0 || errno == ENOENT else { throw .last("rename", source) }
    }
}
