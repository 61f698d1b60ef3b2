import Generation

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// Keeps two commands from deploying the same folder at once. The lock goes with the process, however that ends.
public final class FolderLock {
    private let descriptor: Int32

    /// Why there is no lock.
    public enum Refusal: Error, CustomStringConvertible {
        /// Another command has it.
        case taken(String)
        /// The system refused.
        case system(String)

        /// The reason and what helps.
        public var description: String {
            switch self {
            case .taken(let folder):
                "another slipway is deploying \(folder); follow it with: slipway deploy status \(folder)"
            case .system(let reason): reason
            }
        }
    }

    /// Locks the folder at `path`, which need not exist: the lock stands beside it, since the folder is replaced as a whole.
    public init(_ path: String) throws(Refusal) {
        let resolved = POSIX.resolved(path) ?? path
        let trimmed = resolved.hasSuffix("/") ? String(resolved.dropLast()) : resolved
        let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.dropLast().joined(separator: "/")
        let name = parts.last.map(String.init) ?? "cluster"
        let file = (parts.count > 1 ? "\(parent)/" : "") + ".\(name).slipway-lock"
        let opened = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw .system(
                "cannot make the lock \(file): \(unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "")"
            )
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            throw .taken(path)
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}
