internal import Certificates
import HTTPTransport
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

/// How a command ends.
enum ExitStatus: Int32, Comparable {
    /// The model is accepted, perhaps with warnings; the folder is up to date.
    case accepted = 0
    /// The model is refused; the folder is not up to date or cannot be written.
    case refused = 1
    /// The input cannot be read as a model, or the command was used wrongly.
    case unreadable = 2
    /// Azure does not let this login do it.
    case notPermitted = 3
    /// It failed in Azure.
    case failedInAzure = 4
    /// It did not end in time.
    case timedOut = 5
    /// Azure cannot be reached.
    case unreachable = 6
    /// Ctrl-C or SIGTERM, as shells say it.
    case interrupted = 130

    /// The worse status is the greater.
    static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}

/// Ends a command whose findings have been printed.
struct CommandEnd: Error {
    let status: ExitStatus

    /// Says that slipway itself is wrong, and ends the command.
    static func ownError(_ error: any Error) -> CommandEnd {
        Console.printError("slipway: this is an error of slipway's, please report it: \(error)")
        return CommandEnd(status: .refused)
    }
}

/// The terminal, or whatever stands in its place.
enum Console {
    /// Writes `text` to standard output, with a line feed.
    static func print(_ text: String) { write(text, to: STDOUT_FILENO) }
    /// Writes `text` to standard output as it is.
    static func write(_ text: String) { writeAll(Array(text.utf8), to: STDOUT_FILENO) }
    /// Writes `bytes` to standard output as they are.
    static func write(_ bytes: [UInt8]) { writeAll(bytes, to: STDOUT_FILENO) }
    /// Writes `text` to standard error as it is.
    static func writeError(_ text: String) { writeAll(Array(text.utf8), to: STDERR_FILENO) }
    /// Writes `text` to standard error, with a line feed.
    static func printError(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whether standard output is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether findings are coloured: on a terminal that can, unless `NO_COLOR` is set (<https://no-color.org>).
    static var errorIsColoured: Bool {
        isatty(STDERR_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    /// Columns of the terminal on standard error; nil where there is none, or it does not say.
    static var errorWidth: Int? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        var size = winsize()
        guard unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
    /// Whether standard input is a terminal, so that somebody can be asked.
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// The line that somebody types; nil at the end of the input, and when Ctrl-C is typed instead.
    static func readAnswer() -> String? {
        // Reading itself goes on after a signal, so it begins only when there is something to read.
        let interruption = Interruption.begin()
        while !Interruption.hasCome {
            var waiting = [STDIN_FILENO, interruption].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let count = unsafe waiting.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, 2, -1) }
            if count > 0, waiting[0].revents != 0, !Interruption.hasCome { return readLine() }
            guard count >= 0 || errno == EINTR else { return nil }
        }
        return nil
    }

    /// `errno` of the first write to standard output that failed, 0 where none did.
    private static let outputError = Atomic<Int32>(0)

    /// Ends the program; not with success where some of its output is lost.
    static func exit(_ status: ExitStatus) -> Never {
        var status = status
        let code = outputError.load(ordering: .relaxed)
        if code != 0 {
            let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
            printError("slipway: cannot write to standard output: \(reason)")
            status = max(status, .unreadable)
        }
        #if canImport(Darwin)
        Darwin.exit(status.rawValue)
        #else
        Glibc.exit(status.rawValue)
        #endif
    }

    /// The path by which the program was started, with the system's help where that has no folder in it.
    static var programPath: String {
        #if os(Linux)
        return "/proc/self/exe"
        #else
        return CommandLine.arguments.first ?? ""
        #endif
    }

    /// The clock.
    static var now: Moment {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Moment(seconds: time.tv_sec)
    }

    private static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        writeAll(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: descriptor)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe systemWrite(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                // Where whoever reads has gone there is nobody to tell; a full disk somebody must hear of, at the end.
                if descriptor == STDOUT_FILENO, errno != EPIPE {
                    _ = outputError.compareExchange(expected: 0, desired: errno, ordering: .relaxed)
                }
                return
            }
            rest = rest.dropFirst(count)
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, bytes, count)
}
