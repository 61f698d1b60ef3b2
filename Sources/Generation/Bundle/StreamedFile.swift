#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// A file that is too large to be held whole: it is read or written piece by piece, and closed with its owner.
final class StreamedFile {
    private static let piece = 1 << 20
    private let descriptor: Int32
    private let path: String

    /// A file to be read.
    init(reading path: String) throws(SystemError) {
        self.path = path
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
    }

    /// A new file, which everybody can read: a bundle holds nothing secret.
    init(creating path: String) throws(SystemError) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o644))
        guard descriptor >= 0 else { throw .last("create", path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The next bytes; none at the end.
    func next() throws(SystemError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: Self.piece)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 { return Array(buffer[..<count]) }
            guard errno == EINTR else { throw .last("read", path) }
        }
    }

    /// Writes all of `bytes`.
    func append(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last("write", path)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until the disk has it.
    func finish() throws(SystemError) {
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last("write", path) }
    }
}

extension POSIX {
    /// Bytes of the regular file at `path`, links followed; nil where there is none.
    static func size(ofFile path: String) -> Int? {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}
