internal import Addressing
internal import CLinux
internal import InstanceMetadata
internal import LinuxSystem

/// One GET over a plain connection, all of it within a deadline. No proxy is ever asked.
enum HTTPClient {
    /// Fetches `path` of `endpoint`.
    static func get(
        _ path: String, of endpoint: HTTPEndpoint, headers: [String] = [], milliseconds: Int
    ) throws(AnswerDefect) -> HTTPResponse {
        let deadline = Clock.sinceBoot &+ UInt64(milliseconds) &* 1_000_000
        let lines = ["GET \(path) HTTP/1.1", "Host: \(endpoint)", "Connection: close"] + headers + ["", ""]
        let request = Array(lines.joined(separator: "\r\n").utf8)
        let socket = try asked(request, of: endpoint, until: deadline)
        return try response(from: socket, endpoint, until: deadline)
    }

    /// A connection on which the request was sent.
    private static func asked(
        _ request: [UInt8], of endpoint: HTTPEndpoint, until deadline: UInt64
    ) throws(AnswerDefect) -> Descriptor {
        do throws(SystemCallError) {
            let socket = try connect(to: endpoint, until: deadline)
            try send(request, to: socket, endpoint, until: deadline)
            return socket
        } catch { throw AnswerDefect("\(error)") }
    }

    private static func connect(
        to endpoint: HTTPEndpoint, until deadline: UInt64
    ) throws(SystemCallError) -> Descriptor {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
        let socket = try Descriptor(socket: AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = endpoint.port.bigEndian
        address.sin_addr.s_addr = endpoint.address.bits.bigEndian
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe CLinux.connect(socket.number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return socket }
        guard errno == EINPROGRESS else { throw .last("connect", "\(endpoint)") }
        try wait(for: Int16(POLLOUT), on: socket, endpoint, until: deadline)
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(socket.number, SOL_SOCKET, SO_ERROR, &code, &size) == 0 else {
            throw .last("getsockopt", "\(endpoint)")
        }
        guard code == 0 else { throw SystemCallError("connect", "\(endpoint)", code) }
        return socket
    }

    private static func wait(
        for events: Int16, on socket: borrowing Descriptor, _ endpoint: HTTPEndpoint, until deadline: UInt64
    ) throws(SystemCallError) {
        while true {
            let now = Clock.sinceBoot
            guard now < deadline else { throw SystemCallError("wait for", "\(endpoint)", ETIMEDOUT) }
            var entry = pollfd(fd: socket.number, events: events, revents: 0)
            let count = unsafe poll(&entry, 1, Int32(clamping: (deadline - now) / 1_000_000 + 1))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .last("poll", "\(endpoint)") }
        }
    }

    private static func send(
        _ bytes: [UInt8], to socket: borrowing Descriptor, _ endpoint: HTTPEndpoint, until deadline: UInt64
    ) throws(SystemCallError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: Int16(POLLOUT), on: socket, endpoint, until: deadline)
            let count = unsafe rest.withUnsafeBytes {
                unsafe CLinux.send(socket.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR && errno != EAGAIN {
                throw .last("send to", "\(endpoint)")
            }
        }
    }

    private static func response(
        from socket: borrowing Descriptor, _ endpoint: HTTPEndpoint, until deadline: UInt64
    ) throws(AnswerDefect) -> HTTPResponse {
        var bytes: [UInt8] = []
        while true {
            let part: [UInt8]
            do throws(SystemCallError) {
                try wait(for: Int16(POLLIN), on: socket, endpoint, until: deadline)
                part = try socket.readSome(1 << 14, of: "\(endpoint)")
            } catch {
                if error.code == EAGAIN { continue }
                throw AnswerDefect("\(error)")
            }
            bytes += part
            let size = HTTPResponse.expectedSize(bytes)
            guard bytes.count <= HTTPResponse.limit, size ?? 0 <= HTTPResponse.limit else {
                throw AnswerDefect("the answer is larger than \(HTTPResponse.limit) bytes")
            }
            if part.isEmpty || size.map({ bytes.count >= $0 }) == true { return try HTTPResponse(bytes) }
        }
    }
}
