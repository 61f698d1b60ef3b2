internal import CProcess

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// Why git gave no answer.
public struct GitError: Error, Sendable, CustomStringConvertible {
    /// What it said, or why it could not be started.
    public let description: String
}

/// Asks git about the working tree.
public enum Git {
    /// The files that differ from `reference` in the working tree, and new ones that git does not know yet, from the
    /// current folder; removed ones are left out.
    public static func changedFiles(since reference: String) throws(GitError) -> [String] {
        let changed = try output([
            "diff", "--name-only", "--relative", "--diff-filter=d", "-z", reference, "--",
        ])
        let new = try output(["ls-files", "--others", "--exclude-standard", "-z"])
        return Set((changed + new).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }).sorted()
    }

    /// The contents of the file at `path` as `reference` has it: from the current folder where `path` begins with `./` or
    /// `../`, else from the top of the working tree. Nil where `reference` has no such file.
    ///
    /// - Throws: where `reference` is none, or what stands at `path` is no file.
    public static func contents(of path: String, at reference: String) throws(GitError) -> [UInt8]? {
        guard !reference.isEmpty, !reference.hasPrefix("-"), !reference.contains(":") else {
            throw GitError(description: "\(reference) is no reference of git's")
        }
        guard (try? output(["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"])) != nil else {
            throw GitError(description: "git knows no commit \(reference) here")
        }
        guard let object = try? output(["rev-parse", "--verify", "--quiet", "\(reference):\(path)"]) else {
            return nil
        }
        let name = String(decoding: object, as: UTF8.self).filter(\.isHexDigit)
        return try output(["cat-file", "blob", name])
    }

    private static func output(_ arguments: [String]) throws(GitError) -> [UInt8] {
        // A reference that begins with a hyphen would be an option of git's.
        if let odd = arguments.dropFirst().first(where: {
            $0.hasPrefix("--output") || $0.hasPrefix("--ext-diff")
        }) {
            throw GitError(description: "\(odd) is no reference of git's")
        }
        let words = ["git"] + arguments
        var pipes: [Int32] = [0, 0]
        guard unsafe pipe(&pipes) == 0 else { throw GitError(description: "no pipe for git") }
        for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var texts = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe texts.forEach { unsafe free($0) } }
        var child = pid_t()
        let code = unsafe cprocess_spawn(&child, &texts, pipes[1], -1)
        close(pipes[1])
        defer { close(pipes[0]) }
        guard code == 0 else { throw GitError(description: "git cannot be started") }
        let bytes = contents(of: pipes[0])
        guard cprocess_wait(child) == 0 else {
            throw GitError(
                description: "git \(arguments[0]) failed for \(arguments.last { !$0.hasPrefix("-") } ?? "")")
        }
        return bytes
    }

    private static func contents(of descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { return bytes }
        }
    }
}
