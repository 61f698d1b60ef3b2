/// One request to the kernel, without the header's sequence number, which the socket gives.
public struct Request: Sendable {
    /// What is asked.
    public let kind: MessageKind
    /// What it is about, for error texts.
    public let object: String
    /// The header's flags; NLM_F_REQUEST and, but for dumps, NLM_F_ACK are always among them.
    public let flags: UInt16
    /// The fixed structure and the attributes.
    public let payload: [UInt8]

    static let request: UInt16 = 0x1
    static let acknowledge: UInt16 = 0x4
    static let replace: UInt16 = 0x100
    static let exclusive: UInt16 = 0x200
    static let create: UInt16 = 0x400
    static let dump: UInt16 = 0x300

    /// A request that changes something. Removals carry no further flags: NLM_F_EXCL means "bulk" there since Linux 5.19.
    init(_ kind: MessageKind, _ object: String, flags: UInt16 = 0, _ payload: Payload) {
        self.kind = kind
        self.object = object
        self.flags = Self.request | Self.acknowledge | flags
        self.payload = payload.bytes
    }

    /// A request for everything of a kind.
    init(dump kind: MessageKind, _ payload: Payload) {
        self.kind = kind
        object = "dump"
        flags = Self.request | Self.dump
        self.payload = payload.bytes
    }

    /// The request as the kernel reads it, padded to four bytes.
    public func bytes(sequence: UInt32) -> [UInt8] {
        var message = Payload()
        message.append(UInt32(16 + payload.count))
        message.append(kind.number)
        message.append(flags)
        message.append(sequence)
        message.append(UInt32(0))
        message.append(payload)
        message.pad()
        return message.bytes
    }
}
