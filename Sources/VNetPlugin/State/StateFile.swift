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
        do throws(SystemCallError) { return AddressTable(try read(), identity: identity) } catch {
            throw .system(error)
        }
    }

    private func read() throws(SystemCallError) -> [UInt8] {
        let limit = TableHeader.size + AddressTable.slotLimit * SlotRecord.size
        return try descriptor.read(min(try FileIdentity(of: descriptor).size, limit), at: 0, of: path)
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
    func claim(slot index: Int) -> Bool {
        RangeLock.take(AddressTable.range(ofSlot: index), of: descriptor)
    }
}
