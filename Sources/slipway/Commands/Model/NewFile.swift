import Findings
import Generation

/// A file that a command makes for people.
enum NewFile {
    /// Whether something is at `path` already; `-` is standard output.
    static func exists(_ path: String) throws -> Bool {
        guard path != "-" else { return false }
        do {
            return try POSIX.kind(of: path) != nil
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }

    /// Ends the command where something is at `path` that may not be replaced.
    static func check(_ path: String, force: Bool) throws {
        guard !force, try exists(path) else { return }
        Console.printError("slipway: \(path.printable) is there already; --force replaces it")
        throw CommandEnd(status: .refused)
    }

    /// Writes `bytes` to `path` whole or not at all, or to standard output for `-`; `mode` is that of a new file.
    static func write(_ bytes: [UInt8], to path: String, mode: UInt16 = 0o644) throws {
        if path == "-" { return Console.write(String(decoding: bytes, as: UTF8.self)) }
        do {
            try ReplacedFile.write(bytes, to: path, mode: mode)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }
}
