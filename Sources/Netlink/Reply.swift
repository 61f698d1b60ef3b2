/// A message of the kernel: its number and what follows the header.
public struct Reply: Sendable {
    /// The message's number.
    public let kind: UInt16
    /// The header's flags.
    public let flags: UInt16
    /// Which request it answers.
    public let sequence: UInt32
    /// The fixed structure and the attributes.
    public let payload: ArraySlice<UInt8>

    /// The messages in what one `recv` gave. A message whose length is impossible ends the reading.
    public static func messages(in bytes: [UInt8]) -> [Reply] {
        var replies: [Reply] = []
        var rest = bytes[...]
        while let length = rest.integer(UInt32.self, at: 0), length >= 16, Int(length) <= rest.count,
            let kind = rest.integer(UInt16.self, at: 4), let flags = rest.integer(UInt16.self, at: 6),
            let sequence = rest.integer(UInt32.self, at: 8)
        {
            let end = rest.startIndex + Int(length)
            let payload = rest[(rest.startIndex + 16)..<end]
            replies.append(Reply(kind: kind, flags: flags, sequence: sequence, payload: payload))
            rest = rest.dropFirst((Int(length) + 3) & ~3)
        }
        return replies
    }

    /// The attributes after the first `size` bytes of the payload.
    public func attributes(after size: Int) -> Attributes { Attributes(payload.dropFirst(size)) }
}

/// The attributes of a message, in order.
public struct Attributes: Sequence, IteratorProtocol, Sendable {
    private var rest: ArraySlice<UInt8>

    /// The attributes in `bytes`.
    public init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// The next one: its number without the flags of the top bits, and its content.
    public mutating func next() -> (kind: Int, content: ArraySlice<UInt8>)? {
        guard let length = rest.integer(UInt16.self, at: 0), length >= 4, Int(length) <= rest.count,
            let kind = rest.integer(UInt16.self, at: 2)
        else { return nil }
        let content = rest[(rest.startIndex + 4)..<(rest.startIndex + Int(length))]
        rest = rest.dropFirst((Int(length) + 3) & ~3)
        return (Int(kind & 0x3FFF), content)
    }
}

extension ArraySlice<UInt8> {
    /// The little-endian integer at `offset` from the slice's start, or nil if it ends before.
    func integer<Value: FixedWidthInteger>(_: Value.Type, at offset: Int) -> Value? {
        let size = Value.bitWidth / 8
        guard offset >= 0, offset + size <= count else { return nil }
        var value: Value = 0
        for index in (0..<size).reversed() {
            value = (size > 1 ? value << 8 : 0) | Value(truncatingIfNeeded: self[startIndex + offset + index])
        }
        return value
    }

    /// The text up to the terminating zero.
    var text: String { String(decoding: prefix { $0 != 0 }, as: UTF8.self) }
}
