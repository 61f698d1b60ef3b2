internal import CLinux

/// Which file it is, and of which state.
public struct FileIdentity: Sendable, Hashable {
    /// The device.
    public let device: UInt64
    /// The inode.
    public let inode: UInt64
    /// Its size in bytes.
    public let size: Int
    /// When its content changed, in nanoseconds since 1970.
    public let modified: Int64

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    }

    /// The file at `path`, links followed; nil if there is none.
    public init?(at path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The open file.
    public init(of descriptor: borrowing Descriptor) throws(SystemCallError) {
        var status = stat()
        guard unsafe fstat(descriptor.number, &status) == 0 else { throw .last("fstat", "an open file") }
        self.init(status)
    }

    /// Whether both are the same file, whatever its content.
    public func isSameFile(as other: FileIdentity) -> Bool {
        device == other.device && inode == other.inode
    }
}
