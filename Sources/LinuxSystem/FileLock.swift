internal import CLinux

/// A kernel lock on a file, held until the value ends. It ends with the process, however that ends.
public struct FileLock: ~Copyable {
    private let file: Descriptor

    /// Why a lock was not had.
    public enum Failure: Error {
        /// Somebody else had it for as long as was waited; their process id where the kernel tells.
        case timeout(holder: Int?)
        /// The file cannot be opened or locked.
        case system(SystemCallError)
    }

    /// Waits for the lock of the file at `path`, which is made where it is not there.
    ///
    /// The kernel queues who waits. A lock file that was removed meanwhile is no lock any more: then the new one is taken.
    public init(_ path: String, seconds: Int) throws(Failure) {
        let deadline = Clock.sinceBoot &+ UInt64(seconds) &* 1_000_000_000
        while true {
            let file: Descriptor
            do throws(SystemCallError) { file = try Descriptor(writing: path, creatingWithMode: 0o600) } catch
            {
                throw .system(error)
            }
            try Self.lock(file, path, until: deadline)
            if let there = FileIdentity(at: path), let own = try? FileIdentity(of: file),
                there.isSameFile(as: own)
            {
                self.file = file
                return
            }
        }
    }

    private static func lock(
        _ file: borrowing Descriptor, _ path: String, until deadline: UInt64
    ) throws(Failure) {
        if flock(file.number, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK || errno == EINTR else { throw .system(.last("flock", path)) }
        // The alarm comes again and again: one that came just before the wait must not be the last.
        _ = slipway_interrupt_at_alarm()
        _ = slipway_set_alarm(50)
        defer { _ = slipway_set_alarm(0) }
        while flock(file.number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .system(.last("flock", path)) }
            if Clock.sinceBoot >= deadline { throw .timeout(holder: holder(of: file)) }
        }
    }

    /// The process that holds the lock, as `/proc/locks` tells: `1: FLOCK  ADVISORY  WRITE 1234 00:1a:5678 0 EOF`.
    private static func holder(of file: borrowing Descriptor) -> Int? {
        guard let identity = try? FileIdentity(of: file),
            let bytes = try? Files.read("/proc/locks", limit: 1 << 20)
        else { return nil }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count >= 6, words[1] == "FLOCK", words[5].hasSuffix(":\(identity.inode)") else {
                continue
            }
            return Int(words[4])
        }
        return nil
    }
}

/// A lock on a range of bytes of an open file, for as long as that file stays open in this process.
public enum RangeLock {
    /// Whether the lock was had at once; false if another process has it.
    public static func take(
        _ range: Range<Int>, of file: borrowing Descriptor, at path: String
    ) throws(SystemCallError) -> Bool {
        while slipway_lock_range(file.number, off_t(range.lowerBound), off_t(range.count)) != 0 {
            if errno == EAGAIN || errno == EACCES { return false }
            guard errno == EINTR else { throw .last("lock", path) }
        }
        return true
    }
}
