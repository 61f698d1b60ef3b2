internal import CLinux
internal import CNISpec
internal import Glibc
internal import LinuxSystem

/// How the program was called.
enum Invocation {
    /// The environment variables whose names begin with `prefix`; of one that stands twice, the first.
    static func variables(beginningWith prefix: String) -> [String: String] {
        var variables: [String: String] = [:]
        guard var entry = unsafe slipway_environment() else { return variables }
        while let text = unsafe entry.pointee {
            let pair = unsafe String(cString: text)
            if pair.hasPrefix(prefix), let sign = pair.firstIndex(of: "=") {
                let name = String(pair[..<sign])
                if variables[name] == nil { variables[name] = String(pair[pair.index(after: sign)...]) }
            }
            unsafe entry += 1
        }
        return variables
    }

    /// More than any runtime writes.
    private static let inputLimit = 4 << 20

    /// Everything that standard input gives.
    static func input() throws(CNIError) -> [UInt8] {
        do throws(SystemCallError) {
            let bytes = try Descriptor.standardInput().readToEnd(limit: inputLimit, of: "standard input")
            guard bytes.count <= inputLimit else {
                throw SystemCallError("read", "standard input: it is larger than \(inputLimit) bytes", EFBIG)
            }
            return bytes
        } catch { throw CNIError(.inputOutput, "\(error)") }
    }

    /// Writes to standard output; false if nobody takes it.
    static func output(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

    /// Writes to standard error.
    static func complain(_ text: String) { _ = write(Array("\(text)\n".utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to number: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A closed pipe is an error of `write`, not the end of the program.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }
}
