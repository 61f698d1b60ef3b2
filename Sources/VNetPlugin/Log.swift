internal import CLinux
internal import LinuxSystem

/// One line a call, in the journal or in a file that cannot grow without bound. A log that cannot be written never fails a
/// call.
struct Log {
    let target: PluginConfiguration.LogTarget
    let file: String

    /// The file is moved aside when it is larger; the one that was aside goes.
    private static let limit = 1 << 20
    private static let journal = "/run/systemd/journal/socket"

    /// Writes a line, with blanks for control characters.
    func write(_ line: String, isError: Bool) {
        let clean = line.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        switch target {
        case .none: return
        case .journal: _ = writeToJournal(clean, isError: isError)
        case .file: writeToFile(clean)
        case .auto: if !writeToJournal(clean, isError: isError) { writeToFile(clean) }
        }
    }

    /// The journal's own protocol: lines of `FIELD=value` in one datagram, sent without waiting.
    private func writeToJournal(_ line: [UInt8], isError: Bool) -> Bool {
        guard let socket = try? Descriptor(socket: AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0) else {
            return false
        }
        let head = "PRIORITY=\(isError ? 3 : 6)\nSYSLOG_IDENTIFIER=slipway-vnet\nMESSAGE="
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(Self.journal.utf8)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
        let bytes = Array(head.utf8) + line + [UInt8(ascii: "\n")]
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

    private func writeToFile(_ line: [UInt8]) {
        if let size = FileIdentity(at: file)?.size, size > Self.limit {
            try? Files.move(file, to: "\(file).1")
        }
        guard let log = try? Descriptor(appending: file, mode: 0o640) else { return }
        try? log.write(Array("\(Self.time()) ".utf8) + line + [UInt8(ascii: "\n")], of: file)
    }

    /// Not the C library's: that reads the machine's time zone first.
    private static func time() -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (days, seconds) = Int(clamping: Clock.wall).quotientAndRemainder(dividingBy: 86_400)
        let date = CivilDate(daysSince1970: days)
        let clock = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return "\(date.year)-\(two(date.month))-\(two(date.day))T\(clock)Z"
    }
}
