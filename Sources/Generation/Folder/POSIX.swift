#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// A call to the system that failed: which, on what, and why.
public struct SystemError: Error, Sendable, CustomStringConvertible {
    /// What was tried, such as `open`.
    public let call: String
    /// On which path.
    public let path: String
    /// `errno`.
    public let code: Int32

    /// Call, object and reason in words.
    public var description: String { "cannot \(call) \(path): \(Self.text(of: code))" }

    private static func text(of code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }

    /// A program cannot come from what is no file: it is read twice.
    static func noProgram(_ path: String) -> SystemError {
        SystemError(call: "take a program from", path: path, code: EINVAL)
    }

    /// A file is larger than it can be.
    static func tooLarge(_ path: String) -> SystemError { SystemError(call: "read", path: path, code: EFBIG) }

    static func last(_ call: String, _ path: String) -> SystemError {
        SystemError(call: call, path: path, code: errno)
    }
}

/// The few calls that reading models and writing folders need.
package enum POSIX {
    /// What stands at a path.
    package enum Kind { case file, directory, link, other }

    /// What stands at `path` (a link itself, not what it points to), or nil if nothing does.
    package static func kind(of path: String) throws(SystemError) -> Kind? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .last("look at", path)
        }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The permission bits of what stands at `path`.
    package static func mode(of path: String) throws(SystemError) -> UInt16 {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .last("look at", path) }
        return UInt16(truncatingIfNeeded: status.st_mode & 0o7777)
    }

    /// The bytes of the file at `path`, or of standard input for `-`; at most `limit` of them and one more.
    package static func contents(of path: String, limit: Int) throws(SystemError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        let size = Self.size(of: descriptor)
        // One byte more than a file has: where it is not there, the file has ended.
        var step = min(max(size, 1 << 12), limit) + 1
        while bytes.count <= limit {
            let part = try Self.part(of: descriptor, step, path)
            if part.isEmpty { break }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if bytes.count == size { break }
            step = 1 << 16
        }
        return bytes
    }

    /// The next bytes, `step` at most; none at the end.
    private static func part(of descriptor: Int32, _ step: Int, _ path: String) throws(SystemError) -> [UInt8]
    {
        while true {
            var count = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: step) { buffer, initialized in
                count = unsafe systemRead(descriptor, UnsafeMutableRawBufferPointer(buffer))
                initialized = max(0, count)
            }
            if count >= 0 { return bytes }
            guard errno == EINTR else { throw .last("read", path) }
        }
    }

    /// The size of a file, 0 where it has none to tell.
    private static func size(of descriptor: Int32) -> Int {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Makes a new file with exactly `mode`.
    ///
    /// - Parameter isDurable: wait until the disk has it. That takes milliseconds a file, so it is for what cannot be
    ///   made again.
    package static func create(
        _ path: String, _ bytes: [UInt8], mode: UInt16, isDurable: Bool = true
    ) throws(SystemError) {
        let file = try StreamedFile(creating: path, mode: mode)
        try file.append(bytes)
        try file.finish(isDurable: isDurable)
    }

    /// Waits until the disk has the file at `path`.
    static func synchronize(_ path: String) throws(SystemError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last("write", path) }
    }

    /// Gives the file at `path` another name.
    static func link(_ path: String, to name: String) throws(SystemError) {
        guard systemLink(path, name) == 0 else { throw .last("link", name) }
    }

    /// Writes at the end of what stands at `path` already, such as a pipe.
    package static func append(_ bytes: [UInt8], to path: String) throws(SystemError) {
        try StreamedFile(extending: path).append(bytes)
    }

    package static func makeDirectory(_ path: String, mode: UInt16) throws(SystemError) {
        guard unsafe mkdir(path, mode_t(mode)) == 0 else { throw .last("make folder", path) }
        guard unsafe chmod(path, mode_t(mode)) == 0 else { throw .last("set the rights of", path) }
    }

    /// Makes the folders on the way to `path` that are not there.
    package static func makeParentDirectories(of path: String) throws(SystemError) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let parent = String(path[..<slash])
        guard resolved(parent) == nil else { return }
        try makeParentDirectories(of: parent)
        try makeDirectory(parent, mode: 0o755)
    }

    package static func move(_ source: String, to target: String) throws(SystemError) {
        guard unsafe rename(source, target) == 0 else { throw .last("rename", "\(source) to \(target)") }
    }

    package static func removeFile(_ path: String) throws(SystemError) {
        guard unsafe unlink(path) == 0 else { throw .last("remove", path) }
    }

    static func removeDirectory(_ path: String) throws(SystemError) {
        guard unsafe rmdir(path) == 0 else { throw .last("remove folder", path) }
    }

    /// The names in the folder at `path`, sorted by bytes, without `.` and `..`.
    package static func names(in path: String) throws(SystemError) -> [String] {
        try entries(in: path).map(\.name)
    }

    /// What stands in the folder at `path`, sorted by the names' bytes, without `.` and `..`.
    static func entries(in path: String) throws(SystemError) -> [(name: String, kind: Kind)] {
        guard let stream = unsafe opendir(path) else { throw .last("list", path) }
        defer { unsafe closedir(stream) }
        var entries: [(name: String, kind: Kind)] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let kind: Kind? =
                switch unsafe Int(entry.pointee.d_type) {
                case Int(DT_REG): .file
                case Int(DT_DIR): .directory
                case Int(DT_LNK): .link
                // Some file systems do not say it with the name.
                case Int(DT_UNKNOWN): try self.kind(of: "\(path)/\(name)")
                default: .other
                }
            if let kind { entries.append((name, kind)) }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The path without links and dots, or nil if nothing stands there.
    package static func resolved(_ path: String) -> String? {
        guard let text = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }

    package static var processID: Int32 { getpid() }

    /// The code of "no such file or directory".
    static let notThere = ENOENT
    /// The code of "not a directory".
    static let notADirectory = ENOTDIR
}

private func systemLink(_ path: String, _ name: String) -> Int32 { unsafe link(path, name) }
