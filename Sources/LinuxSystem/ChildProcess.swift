internal import CLinux

/// Another program.
public enum ChildProcess {
    /// Where programs of the administrator are; the caller's PATH is not asked.
    private static let folders = [
        "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin",
    ]

    /// Runs a program with `input` as its standard input and returns its exit code, 128 and more for a signal. Its output
    /// goes to this program's.
    public static func run(_ words: [String], input: [UInt8]) throws(SystemCallError) -> Int32 {
        let name = words.first ?? ""
        guard let path = folders.lazy.map({ "\($0)/\(name)" }).first(where: { FileIdentity(at: $0) != nil })
        else {
            throw SystemCallError("find", name, ENOENT)
        }
        // A file without a name holds the input, so that nobody waits for anybody.
        let number = unsafe memfd_create("input", UInt32(1))
        guard number >= 0 else { throw .last("memfd_create", "input of \(name)") }
        let file = Descriptor(owning: number)
        try file.write(input, of: "input of \(name)")
        guard lseek(file.number, 0, SEEK_SET) == 0 else { throw .last("lseek", "input of \(name)") }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, file.number, STDIN_FILENO)
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { for index in words.indices { unsafe free(arguments[index]) } }
        var environment: [UnsafeMutablePointer<CChar>?] = unsafe [
            strdup("PATH=\(folders.joined(separator: ":"))"), nil,
        ]
        defer { unsafe free(environment[0]) }
        var process: pid_t = 0
        let code = unsafe posix_spawn(&process, path, &actions, nil, &arguments, &environment)
        guard code == 0 else { throw SystemCallError("posix_spawn", path, code) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw .last("waitpid", name) }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
