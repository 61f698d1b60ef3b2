internal import CLinux

/// An open file, socket or namespace. It is closed when the value ends, and never inherited by other programs.
public struct Descriptor: ~Copyable {
    /// The kernel's number.
    public let number: Int32

    /// Takes over an open descriptor.
    public init(owning number: Int32) { self.number = number }

    deinit { _ = close(number) }

    /// Opens the file at `path`; `flags` without O_CLOEXEC, which is always added.
    public init(opening path: String, _ flags: Int32, mode: UInt32 = 0) throws(SystemCallError) {
        let number = unsafe slipway_open(path, flags | O_CLOEXEC, mode_t(mode))
        guard number >= 0 else { throw .last("open", path) }
        self.number = number
    }

    /// Opens `path` for reading.
    public init(reading path: String) throws(SystemCallError) {
        try self.init(opening: path, O_RDONLY)
    }

    /// Opens `path` for reading and writing; makes it where `mode` is given and it is not there.
    public init(writing path: String, creatingWithMode mode: UInt32? = nil) throws(SystemCallError) {
        try self.init(opening: path, mode == nil ? O_RDWR : O_RDWR | O_CREAT, mode: mode ?? 0)
    }

    /// Opens a file that must not be there yet.
    public init(creating path: String, mode: UInt32) throws(SystemCallError) {
        try self.init(opening: path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    }

    /// Opens `path` for appending; makes it where it is not there.
    public init(appending path: String, mode: UInt32) throws(SystemCallError) {
        try self.init(opening: path, O_WRONLY | O_CREAT | O_APPEND, mode: mode)
    }

    /// A second descriptor of standard input, so that closing it leaves the number 0 alone.
    public static func standardInput() throws(SystemCallError) -> Descriptor {
        let number = slipway_duplicate(STDIN_FILENO, 3)
        guard number >= 0 else { throw .last("dup", "standard input") }
        return Descriptor(owning: number)
    }

    /// A socket, or why there is none.
    public init(socket family: Int32, _ kind: Int32, _ protocolNumber: Int32) throws(SystemCallError) {
        let number = CLinux.socket(family, kind | Int32(SOCK_CLOEXEC.rawValue), protocolNumber)
        guard number >= 0 else { throw .last("socket", "family \(family)") }
        self.number = number
    }
}

extension Descriptor {
    /// The bytes from `offset` on, at most `count`; fewer where the file ends.
    public borrowing func read(
        _ count: Int, at offset: Int, of object: String
    ) throws(SystemCallError) -> [UInt8] {
        var failure: SystemCallError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let got = unsafe pread(number, rest.baseAddress, rest.count, off_t(offset + filled))
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = .last("read", object)
                    return
                }
                if got == 0 { return }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Everything up to the end, at most `limit` bytes and one more.
    public borrowing func readToEnd(limit: Int, of object: String) throws(SystemCallError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let part = try readSome(min(1 << 14, limit + 1 - bytes.count), of: object)
            if part.isEmpty { break }
            if bytes.isEmpty { bytes = part } else { bytes += part }
        }
        return bytes
    }

    /// What one `read` gives; empty at the end.
    public borrowing func readSome(_ count: Int, of object: String) throws(SystemCallError) -> [UInt8] {
        var failure: SystemCallError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while true {
                let got = unsafe CLinux.read(number, buffer.baseAddress, count)
                if got >= 0 {
                    filled = got
                    return
                }
                if errno != EINTR {
                    failure = .last("read", object)
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all of `bytes` at `offset`.
    public borrowing func write(
        _ bytes: ArraySlice<UInt8>, at offset: Int, of object: String
    ) throws(SystemCallError) {
        var rest = bytes
        while !rest.isEmpty {
            let position = off_t(offset + rest.startIndex - bytes.startIndex)
            let count = unsafe rest.withUnsafeBytes {
                unsafe pwrite(number, $0.baseAddress, $0.count, position)
            }
            try Self.step(&rest, count, object)
        }
    }

    /// Writes all of `bytes` where the file stands.
    public borrowing func write(_ bytes: [UInt8], of object: String) throws(SystemCallError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe CLinux.write(number, $0.baseAddress, $0.count) }
            try Self.step(&rest, count, object)
        }
    }

    private static func step(
        _ rest: inout ArraySlice<UInt8>, _ count: Int, _ object: String
    ) throws(SystemCallError) {
        if count < 0 {
            if errno == EINTR { return }
            throw .last("write", object)
        }
        // A file that takes nothing of a non-empty write is full.
        if count == 0 { throw SystemCallError("write", object, ENOSPC) }
        rest = rest.dropFirst(count)
    }

    /// Asks for room up to `size`, so that later writes below it cannot meet a full disk.
    public borrowing func allocate(_ size: Int, of object: String) throws(SystemCallError) {
        let code = posix_fallocate(number, 0, off_t(size))
        guard code == 0 || code == EOPNOTSUPP || code == EINVAL else {
            throw SystemCallError("fallocate", object, code)
        }
    }

    /// Waits until what was written is on the disk.
    public borrowing func synchronize(of object: String) throws(SystemCallError) {
        guard fsync(number) == 0 || errno == EINVAL || errno == EROFS else { throw .last("fsync", object) }
    }
}
