internal import CLinux
internal import LinuxSystem

/// A routing socket. It stays in the namespace in which it was opened.
public struct NetlinkSocket: ~Copyable {
    private let descriptor: Descriptor
    private var sequence: UInt32 = 0

    /// What became of one request of a batch.
    public struct Outcome: Sendable {
        /// Why the kernel refused, nil if it did not.
        public var error: NetlinkError?
        /// What it answered.
        public var replies: [Reply] = []
    }

    /// A socket in the thread's namespace.
    public init() throws(NetlinkError) {
        do throws(SystemCallError) {
            descriptor = try Descriptor(socket: AF_NETLINK, Int32(SOCK_RAW.rawValue), NETLINK_ROUTE)
        } catch { throw NetlinkError(error) }
        // The kernel's own words in errors, without the request repeated. Kernels that know neither say numbers only.
        for option in [NETLINK_EXT_ACK, NETLINK_CAP_ACK] {
            var on: Int32 = 1
            _ = unsafe setsockopt(
                descriptor.number, SOL_NETLINK, option, &on, socklen_t(MemoryLayout<Int32>.size))
        }
    }

    private static let acknowledgement: UInt16 = 2
    private static let done: UInt16 = 3
    private static let interrupted: UInt16 = 0x10

    /// Sends all requests at once; the kernel does them in order, those after a refused one as well.
    public mutating func perform(_ requests: [Request]) throws(NetlinkError) -> [Outcome] {
        let first = sequence &+ 1
        var bytes: [UInt8] = []
        for request in requests {
            sequence &+= 1
            bytes += request.bytes(sequence: sequence)
        }
        try send(bytes, requests[0])
        var outcomes = [Outcome](repeating: Outcome(), count: requests.count)
        var open = requests.count
        while open > 0 {
            for reply in Reply.messages(in: try receive(requests[0], limit: 1 << 13)) {
                let position = Int(reply.sequence &- first)
                guard requests.indices.contains(position) else { continue }
                if reply.kind == Self.acknowledgement {
                    outcomes[position].error = Self.error(reply, requests[position])
                    open -= 1
                } else {
                    outcomes[position].replies.append(reply)
                }
            }
        }
        return outcomes
    }

    /// Sends all requests at once; throws the first refusal.
    @discardableResult
    public mutating func performAll(_ requests: [Request]) throws(NetlinkError) -> [Reply] {
        var replies: [Reply] = []
        for outcome in try perform(requests) {
            if let error = outcome.error { throw error }
            replies += outcome.replies
        }
        return replies
    }

    /// The answers to a request for everything of a kind, asked anew where something changed under way.
    public mutating func dump(_ request: Request) throws(NetlinkError) -> [Reply] {
        for _ in 0..<16 {
            sequence &+= 1
            try send(request.bytes(sequence: sequence), request)
            var replies: [Reply] = []
            var isWhole = true
            reading: while true {
                for reply in Reply.messages(in: try receive(request, limit: 1 << 15))
                where reply.sequence == sequence {
                    if reply.flags & Self.interrupted != 0 { isWhole = false }
                    if reply.kind == Self.done { break reading }
                    if reply.kind == Self.acknowledgement {
                        if let error = Self.error(reply, request) { throw error }
                        break reading
                    }
                    replies.append(reply)
                }
            }
            if isWhole { return replies }
        }
        throw NetlinkError(SystemCallError(request.kind.description, request.object, EINTR))
    }

    /// The number of the interface of this name. Asked for without a message: the kernel then needs neither its lock nor a
    /// description of everything that the interface has.
    public func index(ofLink name: String) throws(NetlinkError) -> Int32 {
        let index = unsafe slipway_interface_index(descriptor.number, name)
        guard index > 0 else { throw NetlinkError(.last("SIOCGIFINDEX", name)) }
        return index
    }

    /// Name, hardware address and largest packet of the interface of this number, nil if there is none.
    public func brief(ofLink index: Int32) -> LinkBrief? {
        var found = slipway_interface()
        guard unsafe slipway_interface_of_index(descriptor.number, index, &found) == 0 else { return nil }
        let address = found.address
        let bytes = [address.0, address.1, address.2, address.3, address.4, address.5]
        guard let mac = MACAddress(bytes) else { return nil }
        return LinkBrief(index: index, mac: mac, mtu: found.mtu)
    }

    private static func error(_ reply: Reply, _ request: Request) -> NetlinkError? {
        guard let code = reply.payload.integer(Int32.self, at: 0), code != 0 else { return nil }
        var explanation = ""
        // The payload is the number, the request's header and the kernel's words.
        for (kind, content) in reply.attributes(after: 20) where kind == 1 { explanation = content.text }
        let cause = SystemCallError(request.kind.description, request.object, -code)
        return NetlinkError(cause, request: request.kind, explanation: explanation)
    }

    private func send(_ bytes: [UInt8], _ request: Request) throws(NetlinkError) {
        while true {
            let sent = unsafe bytes.withUnsafeBytes {
                unsafe CLinux.send(descriptor.number, $0.baseAddress, $0.count, 0)
            }
            if sent >= 0 { return }
            if errno != EINTR {
                throw NetlinkError(.last("send \(request.kind)", request.object))
            }
        }
    }

    /// One datagram. The kernel fills up to 32 KiB in dumps; other answers are one message.
    private func receive(_ request: Request, limit: Int) throws(NetlinkError) -> [UInt8] {
        do throws(SystemCallError) {
            return try descriptor.readSome(limit, of: "the answer to \(request.kind) \(request.object)")
        } catch { throw NetlinkError(error) }
    }
}
