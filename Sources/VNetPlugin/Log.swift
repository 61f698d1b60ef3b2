internal import CLinux
internal import Glibc
internal import LinuxSystem

/// One line a call, in the journal or in a file that cannot grow without bound. A log that cannot be written never fails a
/// call.
struct Log {
    let target: PluginConfiguration.LogTarget
    let file: String

    /// The file is moved aside when it is larger; the one that was aside goes.
    private static let limit = 1 << 20
    private static let journal = "/run/systemd/journal/socket"

    /// Writes a line; control characters are shown, not written.
    func write(_ line: String, isError: Bool) {
        let clean = line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
            .joined()
        switch target {
        case .none: return
        case .journal: _ = writeToJournal(clean, isError: isError)
        case .file: writeToFile(clean)
        case .auto: if !writeToJournal(clean, isError: isError) { writeToFile(clean) }
        }
    }

    /// The journal's own protocol: lines of `FIELD=value` in one datagram, sent without waiting.
    private func writeToJournal(_ line: String, isError: Bool) -> Bool {
        guard let socket = try? Descriptor(socket: AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0) else {
            return false
        }
        let text = "PRIORITY=\(isError ? 3 : 6)\nSYSLOG_IDENTIFIER=slipway-vnet\nMESSAGE=\(line)\n"
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(Self.journal.utf8)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
        let bytes = Array(text.utf8)
        let sent = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe bytes.withUnsafeBytes { content in
                    unsafe sendto(
                        socket.number, content.baseAddress, content.count,
                        Int32(MSG_DONTWAIT | MSG_NOSIGNAL), name,
                        socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        }
        // A journal that is there but too busy gets no second try: the pod must not wait for it.
        return sent >= 0 || errno == EAGAIN
    }

    private func writeToFile(_ line: String) {
        if let size = FileIdentity(at: file)?.size, size > Self.limit {
            try? Files.move(file, to: "\(file).1")
        }
        guard let log = try? Descriptor(appending: file, mode: 0o640) else { return }
        try? log.write(Array("\(Self.time()) \(line)\n".utf8), of: file)
    }

    private static func time() -> String {
        var now = time_t(Clock.wall)
        var parts = unsafe tm()
        guard unsafe gmtime_r(&now, &parts) != nil else { return "-" }
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = unsafe "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return unsafe "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
