internal import CProcess
import HTTPTransport

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// Runs another program, without a shell.
enum Subprocess {
    struct Ended {
        let status: Int32
        let output: [UInt8]
        let errors: String
    }

    /// Runs the program that `arguments` begins with, found by `PATH`, for `timeout` seconds at most.
    static func run(
        _ arguments: [String], timeout: Double, _ time: any Timekeeper
    ) throws(CredentialError) -> Ended {
        guard let output = Pipe(), let errors = Pipe() else { throw .refused("no pipe can be made") }
        let process = try start(arguments, output, errors)
        output.closeWriting()
        errors.closeWriting()
        let end = time.monotonic + timeout
        while time.monotonic < end, !Interruption.hasCome {
            if try output.isAtEnd(waiting: 100) { break }
        }
        if !output.hasEnded {
            kill(process, SIGTERM)
            output.drop()
        }
        let status = cprocess_wait(process)
        if Interruption.hasCome { throw .interrupted }
        guard output.hasEnded else {
            throw .refused("\(arguments[0]) did not end in \(Int(timeout)) seconds")
        }
        _ = try? errors.isAtEnd(waiting: 0)
        return Ended(
            status: status, output: output.bytes, errors: String(decoding: errors.bytes, as: UTF8.self))
    }

    private static func start(
        _ arguments: [String], _ output: Pipe, _ errors: Pipe
    ) throws(CredentialError) -> pid_t {
        var texts = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe texts.forEach { unsafe free($0) } }
        var process: pid_t = 0
        let code = unsafe cprocess_spawn(&process, &texts, output.writing, errors.writing)
        guard code == 0 else { throw .unavailable("the program \(arguments[0]) is not on PATH") }
        return process
    }
}

/// A pipe whose reading end is read as far as something is there.
private final class Pipe {
    /// Larger than any answer.
    private static let limit = 1 << 20

    private let reading: Int32
    private(set) var writing: Int32
    private(set) var bytes: [UInt8] = []
    private(set) var hasEnded = false

    init?() {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return nil }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(reading)
        closeWriting()
    }

    func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }

    func drop() { bytes = [] }

    /// Reads what is there after waiting for `milliseconds` at most; whether that was all.
    func isAtEnd(waiting milliseconds: Int32) throws(CredentialError) -> Bool {
        var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, milliseconds) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(reading, $0.baseAddress, $0.count)
            }
            if count == 0 { hasEnded = true }
            guard count > 0 else { return hasEnded }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= Self.limit else { throw .refused("the program prints without end") }
        }
    }
}
