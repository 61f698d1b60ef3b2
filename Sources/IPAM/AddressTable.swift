public import Addressing

/// Where a table's bytes are kept. Each write is at most a page and does not cross one: the kernel finishes it even when the
/// process is killed.
public protocol StateStorage: ~Copyable {
    /// Why it cannot be read or written.
    associatedtype Failure: Error
    /// Writes `bytes` at `offset`.
    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(Failure)
}

/// The addresses of the machine's interface and who holds them: a state machine over the bytes of the state file, without
/// input or output.
///
/// Each address has one slot, so that it cannot be held twice. A change is one write of one slot; nothing is appended and
/// nothing moved, so a full disk stops neither ADD nor DEL, and the file cannot grow.
public struct AddressTable: Sendable {
    /// What is known beside the addresses.
    public var header: TableHeader { didSet { isHeaderChanged = true } }
    /// Whether a record was not whole when the table was read.
    public let isDamaged: Bool
    private(set) var slots: [UInt8]
    private var changedSlots: [Int] = []
    private var isHeaderChanged = false

    /// More addresses than an interface can have (256), with room for those that it had.
    public static let slotLimit = 1024

    /// A table without addresses.
    public init(identity: UInt64) {
        header = TableHeader(identity: identity)
        slots = []
        isDamaged = false
        isHeaderChanged = true
    }

    /// The table in a file's content. What is not whole is left out, and `isDamaged` says so.
    ///
    /// - Parameter identity: the running boot's, for a file without a header.
    public init(_ bytes: [UInt8], identity: UInt64) {
        self.init(
            head: Array(bytes.prefix(TableHeader.contentSize)),
            slots: Array(bytes.dropFirst(TableHeader.size)),
            identity: identity)
    }

    /// The same, of the header's content and of all that follows its page, for who can read them apart.
    public init(head: [UInt8], slots content: [UInt8], identity: UInt64) {
        let present = content.count / SlotRecord.size
        let known = TableHeader(head)
        var header = known ?? TableHeader(identity: identity)
        let expected = known == nil ? present : header.slotCount
        var isDamaged = known == nil || expected > present || expected > Self.slotLimit
        let count = min(expected, present, Self.slotLimit)
        header.slotCount = count
        slots = content
        slots.removeLast(content.count - count * SlotRecord.size)
        self.header = header
        for index in 0..<count where !SlotRecord.isWhole(slots, slot: index, at: index * SlotRecord.size) {
            isDamaged = true
            let blank = SlotRecord(free: IPv4Address(bits: 0)).bytes(slot: index)
            slots.replaceSubrange((index * SlotRecord.size)..<((index + 1) * SlotRecord.size), with: blank)
            changedSlots.append(index)
        }
        self.isDamaged = isDamaged
        isHeaderChanged = known == nil || expected != count
    }

    /// The number of slots.
    public var count: Int { header.slotCount }

    /// The bytes of the file that hold a slot.
    public static func range(ofSlot index: Int) -> Range<Int> {
        let start = TableHeader.size + index * SlotRecord.size
        return start..<(start + SlotRecord.size)
    }

    /// The size of a file that holds the table.
    public var size: Int { TableHeader.size + count * SlotRecord.size }

    /// A slot's record.
    public subscript(index: Int) -> SlotRecord {
        get { SlotRecord(slots, slot: index) ?? SlotRecord(free: IPv4Address(bits: 0)) }
        set {
            let start = index * SlotRecord.size
            slots.replaceSubrange(start..<(start + SlotRecord.size), with: newValue.bytes(slot: index))
            changedSlots.append(index)
        }
    }

    /// Writes what changed: the slots first, then the header, which says how many there are.
    public mutating func commit<Storage: StateStorage & ~Copyable>(
        to storage: borrowing Storage
    ) throws(Storage.Failure) {
        for index in changedSlots {
            let start = index * SlotRecord.size
            try storage.write(
                slots[start..<(start + SlotRecord.size)], at: Self.range(ofSlot: index).lowerBound)
        }
        changedSlots = []
        if isHeaderChanged { try storage.write(header.bytes[...], at: 0) }
        isHeaderChanged = false
    }

    /// Whether anything waits to be written.
    public var hasChanges: Bool { isHeaderChanged || !changedSlots.isEmpty }

    mutating func append(_ record: SlotRecord) -> Int {
        slots += record.bytes(slot: count)
        changedSlots.append(count)
        header.slotCount += 1
        return count - 1
    }

    // Fields that searches look at, without decoding the whole record.

    func state(_ index: Int) -> UInt8 { slots[index * SlotRecord.size + 10] }
    func flags(_ index: Int) -> UInt8 { slots[index * SlotRecord.size + 11] }
    func address(_ index: Int) -> IPv4Address {
        IPv4Address(bits: slots.integer(UInt32.self, at: index * SlotRecord.size + 12))
    }
    func changedAt(_ index: Int) -> UInt64 { slots.integer(UInt64.self, at: index * SlotRecord.size + 16) }
    func digest(_ index: Int) -> UInt64 { slots.integer(UInt64.self, at: index * SlotRecord.size + 24) }
}

extension AddressTable {
    /// The slot that an attachment holds.
    public func slot(of key: AttachmentKey) -> Int? {
        let digest = key.digest
        return (0..<count).first { state($0) != 0 && self.digest($0) == digest && self[$0].key == key }
    }

    /// The slot of an address.
    public func slot(of address: IPv4Address) -> Int? {
        guard address.bits != 0 else { return nil }
        return (0..<count).first { self.address($0) == address }
    }

    /// The records that have an address, by address.
    public var records: [SlotRecord] {
        (0..<count).map { self[$0] }.filter { $0.address.bits != 0 }.sorted { $0.address < $1.address }
    }

    /// The slots that somebody holds.
    public var heldSlots: [Int] { (0..<count).filter { state($0) != 0 } }
}
