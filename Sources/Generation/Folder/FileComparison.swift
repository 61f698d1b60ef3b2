#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// Compares files with what they shall hold, all in the same memory.
@safe struct FileComparison: ~Copyable {
    private let found = UnsafeMutableRawBufferPointer.allocate(byteCount: StreamedFile.piece, alignment: 16)
    private let wanted = UnsafeMutableRawBufferPointer.allocate(byteCount: StreamedFile.piece, alignment: 16)

    deinit {
        unsafe found.deallocate()
        unsafe wanted.deallocate()
    }

    /// Whether a file (no link to one) with exactly `content`, and exactly `mode` where that is said, stands at `path`.
    ///
    /// - Throws: where it is there and cannot be read.
    borrowing func isFile(
        _ path: String, mode: UInt16? = nil, with content: GeneratedFile.Content
    ) throws(SystemError) -> Bool {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw .last("look at", path)
        }
        guard status.st_mode & S_IFMT == S_IFREG, mode.map({ status.st_mode & 0o7777 == mode_t($0) }) ?? true
        else { return false }
        let size = Int(status.st_size)
        switch content {
        case .bytes(let bytes):
            guard bytes.count == size else { return false }
            var rest = bytes[...]
            return try unsafe isSame(path, size) { buffer in
                let part = rest.prefix(buffer.count)
                unsafe buffer.copyBytes(from: part)
                rest = rest.dropFirst(part.count)
                return part.count
            }
        case .copy(let source, _):
            guard POSIX.size(ofFile: source) == size else { return false }
            let file = try StreamedFile(reading: source)
            return try unsafe isSame(path, size) { buffer throws(SystemError) in
                try unsafe file.read(into: buffer)
            }
        }
    }

    /// Whether the file at `path` has the `size` bytes that `next` puts into a buffer, as many as fit, call by call.
    private borrowing func isSame(
        _ path: String, _ size: Int, _ next: (UnsafeMutableRawBufferPointer) throws(SystemError) -> Int
    ) throws(SystemError) -> Bool {
        let file = try StreamedFile(reading: path)
        var left = size
        while left > 0 {
            let count = min(left, unsafe found.count)
            let part = unsafe UnsafeMutableRawBufferPointer(rebasing: found[..<count])
            let other = unsafe UnsafeMutableRawBufferPointer(rebasing: wanted[..<count])
            guard try unsafe file.read(into: part) == count, try unsafe next(other) == count,
                let one = part.baseAddress, let two = other.baseAddress, unsafe memcmp(one, two, count) == 0
            else { return false }
            left -= count
        }
        return true
    }
}
