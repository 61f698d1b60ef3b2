internal import CLinux
internal import CNISpec
internal import LinuxSystem

/// How the program was called.
enum Invocation {
    /// The environment variables whose names begin with `prefix`; of one that stands twice, the first.
    static func variables(beginningWith prefix: String) -> [String: String] {
        var variables: [String: String] = [:]
        guard var entry = unsafe slipway_environment() else { return variables }
        while let text = unsafe entry.pointee {
            unsafe entry += 1
            guard unsafe strncmp(text, prefix, prefix.utf8.count) == 0 else { continue }
            guard let sign = unsafe strchr(text, Int32(UInt8(ascii: "="))) else { continue }
            let letters = unsafe UnsafeRawBufferPointer(start: text, count: sign - text)
            let name = unsafe String(decoding: letters, as: UTF8.self)
            if variables[name] == nil { variables[name] = unsafe String(cString: sign + 1) }
        }
        return variables
    }

    /// The words after the program's name.
    static func arguments() -> [String] {
        let words = unsafe slipway_arguments()
        return (1..<max(1, slipway_argument_count())).compactMap { index in
            unsafe words?[index].map { unsafe String(cString: $0) }
        }
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
            let count = unsafe rest.withUnsafeBytes { unsafe CLinux.write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A closed pipe is an error of `write`, not the end of the program.
    static func ignoreClosedPipes() { _ = slipway_ignore_closed_pipes() }
}
