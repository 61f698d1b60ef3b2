internal import CLinux

/// An open network namespace.
public struct NetworkNamespace: ~Copyable {
    /// The open namespace file.
    public let descriptor: Descriptor
    /// Which namespace it is.
    public let identity: FileIdentity

    /// Why a path gives no namespace.
    public enum Failure: Error {
        /// It cannot be opened.
        case system(SystemCallError)
        /// What stands there is no network namespace.
        case notANamespace(String)
    }

    /// The namespace whose file is at `path`.
    public init(at path: String) throws(Failure) {
        do throws(SystemCallError) {
            let descriptor = try Descriptor(reading: path)
            var system = statfs()
            guard unsafe fstatfs(descriptor.number, &system) == 0 else { throw .last("statfs", path) }
            guard Int(system.f_type) == Int(NSFS_MAGIC) else { throw SystemCallError("", "", 0) }
            identity = try FileIdentity(of: descriptor)
            self.descriptor = descriptor
        } catch {
            if error.code == 0 { throw .notANamespace(path) }
            throw .system(error)
        }
    }

    /// Where this program's own namespace is. It has one thread.
    public static let own = "/proc/self/ns/net"

    /// The namespace of this thread.
    public static func current() throws(Failure) -> NetworkNamespace {
        try NetworkNamespace(at: own)
    }

    /// Moves this thread into the namespace. The program has one thread.
    public borrowing func enter() throws(SystemCallError) {
        guard setns(descriptor.number, 0x4000_0000) == 0 else { throw .last("setns", "network namespace") }
    }
}
