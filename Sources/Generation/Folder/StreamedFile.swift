internal import Crypto

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// A file that is too large to be held whole: it is read or written piece by piece, and closed with its owner.
final class StreamedFile {
    /// Bytes that are read at a time: few enough to stay in the processor's cache.
    static let piece = 1 << 16
    private var descriptor: Int32
    private let path: String

    /// A file to be read.
    init(reading path: String) throws(SystemError) {
        self.path = path
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
    }

    /// What stands at `path` already, such as a pipe, to be written at its end.
    init(extending path: String) throws(SystemError) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
    }

    /// A new file with exactly `mode`.
    init(creating path: String, mode: UInt16) throws(SystemError) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
        // The umask must not take rights away, or the same model gives other folders to other people.
        guard descriptor >= 0, fchmod(descriptor, mode_t(mode)) == 0 else { throw .last("create", path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Reads on until `buffer` is full or the file has ended.
    ///
    /// - Returns: how many bytes there are.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        var count = 0
        while count < buffer.count {
            let part = unsafe systemRead(
                descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if part == 0 { break }
            if part > 0 { count += part } else if errno != EINTR { throw .last("read", path) }
        }
        return count
    }

    /// Hands all bytes to `body`, in pieces that are only there during the call.
    func forEachPiece<Failure: Error>(
        _ failure: (SystemError) -> Failure, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 16)
        defer { unsafe buffer.deallocate() }
        while true {
            let count: Int
            do throws(SystemError) { count = try unsafe read(into: buffer) } catch { throw failure(error) }
            guard count > 0 else { return }
            try unsafe body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Writes all of `bytes`.
    func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = unsafe bytes
        while unsafe !rest.isEmpty {
            let count = unsafe write(descriptor, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .last("write", path)
            }
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Writes all of `bytes`.
    func append(_ bytes: [UInt8]) throws(SystemError) {
        try unsafe bytes.withUnsafeBufferPointer { bytes throws(SystemError) in
            try unsafe append(UnsafeRawBufferPointer(bytes))
        }
    }

    /// Closes what was written.
    ///
    /// - Parameter isDurable: wait until the disk has it.
    func finish(isDurable: Bool) throws(SystemError) {
        guard !isDurable || fsync(descriptor) == 0 || errno == EINVAL else { throw .last("write", path) }
        let open = descriptor
        descriptor = -1
        // A full disk or quota of a network file system may show only here.
        guard close(open) == 0 || errno == EINTR else { throw .last("write", path) }
    }
}

extension StreamedFile {
    /// The SHA-256 of its bytes in lower-case hexadecimal digits.
    func sha256() throws(SystemError) -> String {
        var digest = SHA256()
        try unsafe forEachPiece(\.self) { piece throws(SystemError) in
            unsafe digest.update(bufferPointer: piece)
        }
        return digest.finalize().hexadecimal
    }
}

extension POSIX {
    /// Copies the file at `path` to the new file `target` with exactly `mode`.
    ///
    /// - Returns: the SHA-256 of what was copied.
    static func copy(_ path: String, to target: String, mode: UInt16) throws(SystemError) -> String {
        let new = try StreamedFile(creating: target, mode: mode)
        var digest = SHA256()
        try unsafe StreamedFile(reading: path).forEachPiece(\.self) { piece throws(SystemError) in
            unsafe digest.update(bufferPointer: piece)
            try unsafe new.append(piece)
        }
        try new.finish(isDurable: false)
        return digest.finalize().hexadecimal
    }

    /// Bytes of the regular file at `path`, links followed; nil where there is none.
    static func size(ofFile path: String) -> Int? {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}

func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    unsafe read(descriptor, buffer.baseAddress, buffer.count)
}
