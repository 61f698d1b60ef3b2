internal import IPAM
internal import LinuxSystem

/// The open state file.
struct StateFile: ~Copyable, StateStorage {
    private let descriptor: Descriptor
    private let path: String

    /// Opens the file; makes it where it is not there.
    init(_ path: String) throws(SystemCallError) {
        descriptor = try Descriptor(writing: path, creatingWithMode: 0o600)
        self.path = path
    }

    /// The same, for who knows errors of the state only.
    static func open(_ path: String) throws(StateError) -> StateFile {
        do throws(SystemCallError) { return try StateFile(path) } catch { throw .system(error) }
    }

    /// The table that the file holds.
    func table(identity: UInt64) throws(StateError) -> AddressTable {
        do throws(SystemCallError) {
            let size = try FileIdentity(of: descriptor).size
            let room = min(max(0, size - TableHeader.size), AddressTable.slotLimit * SlotRecord.size)
            let head = try descriptor.read(min(size, TableHeader.contentSize), at: 0, of: path)
            let slots = try descriptor.read(room, at: TableHeader.size, of: path)
            return AddressTable(head: head, slots: slots, identity: identity)
        } catch { throw .system(error) }
    }

    /// What one slot holds; nil if that is not whole.
    func record(slot index: Int) throws(SystemCallError) -> SlotRecord? {
        let start = AddressTable.range(ofSlot: index).lowerBound
        let bytes = try descriptor.read(SlotRecord.size, at: start, of: path)
        return SlotRecord(bytes, slot: index, at: 0)
    }

    /// Writes one slot, which has its room already.
    func write(_ record: SlotRecord, slot index: Int) throws(SystemCallError) {
        try write(record.bytes(slot: index)[...], at: AddressTable.range(ofSlot: index).lowerBound)
    }

    /// Whether the file is the one that stands at its path: it may have been removed or replaced since it was opened.
    func isInPlace() -> Bool {
        guard let there = FileIdentity(at: path), let own = try? FileIdentity(of: descriptor) else {
            return false
        }
        return there.isSameFile(as: own)
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemCallError) {
        try descriptor.write(bytes, at: offset, of: path)
    }

    /// Has room for the table before anything of it is written.
    func allocate(_ size: Int) throws(SystemCallError) {
        guard try FileIdentity(of: descriptor).size < size else { return }
        try descriptor.allocate(size, of: path)
    }

    /// Marks the slot as being worked on, for as long as the file is open; false if another process does.
    func claim(slot index: Int) throws(StateError) -> Bool {
        do throws(SystemCallError) {
            return try RangeLock.take(AddressTable.range(ofSlot: index), of: descriptor, at: path)
        } catch { throw .system(error) }
    }
}
