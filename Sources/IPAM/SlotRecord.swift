public import Addressing

/// Whether an address is held.
public enum SlotState: UInt8, Sendable {
    /// Nobody has it.
    case free = 0
    /// An ADD is building the attachment, or was killed while it did.
    case reserved = 1
    /// A pod has it.
    case attached = 2
}

/// One address of the table: 512 bytes of the state file.
///
/// | offset | bytes | what |
/// | --- | --- | --- |
/// | 0 | 8 | checksum of the bytes from 8 to the end of the texts, and of the slot's number |
/// | 8 | 2 | where the texts end |
/// | 10 | 1 | state |
/// | 11 | 1 | flags: 1 in the pool, 2 given by name only |
/// | 12 | 4 | address |
/// | 16 | 8 | nanoseconds since boot of the last change, 0 if it was never used |
/// | 24 | 8 | digest of the key |
/// | 32 | 5 | lengths of network, container, interface, pod's namespace, pod's name |
/// | 40 | 4 | the process that wrote it |
/// | 44 | 4 | prefix length of the subnet |
/// | 48 | | the texts |
public struct SlotRecord: Sendable, Equatable {
    /// The address; 0.0.0.0 in a slot that has none.
    public var address: IPv4Address
    /// The prefix length of its subnet.
    public var prefixLength: UInt32
    /// Whether Azure says that it belongs to this machine's interface.
    public var isInPool: Bool
    /// Whether only who names it gets it.
    public var isReservedByName: Bool
    /// Whether it is held.
    public var state: SlotState
    /// When that changed, in nanoseconds since boot; 0 if never.
    public var changedAt: UInt64
    /// Who holds it, nil if it is free.
    public var key: AttachmentKey?
    /// The holder's pod.
    public var pod: PodReference
    /// The process that wrote the record.
    public var process: UInt32

    /// The size of a slot.
    public static let size = 512
    static let textOffset = 48

    /// A free address.
    public init(free address: IPv4Address, prefixLength: UInt32 = 32) {
        self.address = address
        self.prefixLength = prefixLength
        isInPool = false
        isReservedByName = false
        state = .free
        changedAt = 0
        key = nil
        pod = PodReference()
        process = 0
    }

    /// The record of slot `index` among `bytes`, or nil if it is not whole.
    public init?(_ bytes: [UInt8], slot index: Int) {
        self.init(bytes, slot: index, at: index * Self.size)
    }

    /// The record of slot `index`, which begins at `offset` of `bytes`, or nil if it is not whole.
    public init?(_ bytes: [UInt8], slot index: Int, at offset: Int) {
        guard Self.isWhole(bytes, slot: index, at: offset),
            let state = SlotState(rawValue: bytes[offset + 10])
        else { return nil }
        var position = offset + Self.textOffset
        func text(_ number: Int) -> String {
            let length = Int(bytes[offset + 32 + number])
            defer { position += length }
            return String(decoding: bytes[position..<(position + length)], as: UTF8.self)
        }
        let network = text(0)
        let container = text(1)
        let interface = text(2)
        pod = PodReference(namespace: text(3), name: text(4))
        key =
            state == .free
            ? nil : AttachmentKey(network: network, containerID: container, interface: interface)
        self.state = state
        isInPool = bytes[offset + 11] & 1 != 0
        isReservedByName = bytes[offset + 11] & 2 != 0
        address = IPv4Address(bits: bytes.integer(UInt32.self, at: offset + 12))
        changedAt = bytes.integer(UInt64.self, at: offset + 16)
        process = bytes.integer(UInt32.self, at: offset + 40)
        prefixLength = bytes.integer(UInt32.self, at: offset + 44)
    }

    /// Whether slot `index` among `bytes` is as it was written.
    static func isWhole(_ bytes: [UInt8], slot index: Int, at offset: Int) -> Bool {
        guard offset + size <= bytes.count else { return false }
        let end = Int(bytes.integer(UInt16.self, at: offset + 8))
        guard (textOffset...size).contains(end), bytes[offset + 10] <= SlotState.attached.rawValue else {
            return false
        }
        var texts = 0
        for number in 0..<5 { texts += Int(bytes[offset + 32 + number]) }
        return textOffset + texts == end
            && bytes.integer(UInt64.self, at: offset)
                == Checksum.of(bytes, (offset + 8)..<(offset + end), place: index)
    }

    /// The record as it stands in the file. A pod's name that does not fit is cut: it is for people only.
    public func bytes(slot index: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.size)
        var position = Self.textOffset
        let texts = [key?.network, key?.containerID, key?.interface, pod.namespace, pod.name]
        for (number, text) in texts.enumerated() {
            let content = Array((text ?? "").utf8.prefix(min(255, Self.size - position)))
            bytes[32 + number] = UInt8(content.count)
            bytes.replaceSubrange(position..<(position + content.count), with: content)
            position += content.count
        }
        bytes.put(UInt16(position), at: 8)
        bytes[10] = state.rawValue
        bytes[11] = (isInPool ? 1 : 0) | (isReservedByName ? 2 : 0)
        bytes.put(address.bits, at: 12)
        bytes.put(changedAt, at: 16)
        bytes.put(key?.digest ?? 0, at: 24)
        bytes.put(process, at: 40)
        bytes.put(prefixLength, at: 44)
        bytes.put(Checksum.of(bytes, 8..<position, place: index), at: 0)
        return bytes
    }

    /// Nobody holds the address any more.
    ///
    /// - Parameter now: nanoseconds since boot; 0 if no pod ever had it.
    public mutating func release(at now: UInt64) {
        state = .free
        key = nil
        pod = PodReference()
        changedAt = now
    }
}
