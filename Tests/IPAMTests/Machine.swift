import Addressing

@testable import IPAM

/// A machine in which the table is used as the plugin uses it: the kernel's interfaces and routes, the state file, calls
/// that are under way, die anywhere, or leave the file to vandals.
///
/// The reference is the kernel: an address belongs to whom its route leads.
struct Machine {
    /// A call that was stopped between its steps and may go on.
    struct Call {
        let key: AttachmentKey
        let address: IPv4Address
        let slot: Int
    }

    static let pool: [PoolAddress] = (16..<24).map {
        PoolAddress(IPv4Address(bits: 0x0AF0_0000 + $0), prefixLength: 16)
    }
    static let keys = (0..<12).map { AttachmentKey(network: "n", containerID: "c\($0)", interface: "eth0") }

    let storage = MemoryStorage()
    var kernel: [AttachmentKey: (address: IPv4Address, hasRoute: Bool)] = [:]
    var calls: [Call] = []
    var clock: UInt64 = 1
    var boot: UInt64 = 1
    var pool = Self.pool

    init() { rebuild() }

    func isLive(_ slot: Int) -> Bool { calls.contains { $0.slot == slot } }

    var holdings: [KernelHolding] {
        kernel.map {
            KernelHolding(
                interface: $0.key.hostInterface,
                alias: InterfaceAlias(address: $0.value.address, key: $0.key),
                hasRoute: $0.value.hasRoute)
        }
    }

    /// The table as a call finds it; mended where it has to be.
    mutating func table() -> AddressTable {
        let table = AddressTable(storage.bytes, identity: boot)
        guard table.isDamaged || table.header.identity != boot else { return table }
        rebuild()
        return AddressTable(storage.bytes, identity: boot)
    }

    /// What refresh, and every call that finds the file damaged or old, does.
    mutating func rebuild() {
        var table = AddressTable(storage.bytes, identity: boot)
        if table.header.identity != boot { table.beginBoot(boot) }
        table.setPool(pool)
        let found = table.reconcile(with: holdings, now: clock) { [calls] slot in
            calls.contains { $0.slot == slot }
        }
        for key in kernel.keys where found.leftovers.contains(key.hostInterface) { kernel[key] = nil }
        try? table.commit(to: storage)
    }

    /// ADD, up to `steps` of its five; returns whether it came to its end.
    mutating func add(_ key: AttachmentKey, wish: AddressWish = .any, steps: Int, staysAlive: Bool) -> Bool {
        clock += 1
        var table = table()
        if let slot = table.slot(of: key) {
            if isLive(slot) || table[slot].state == .attached && kernel[key] != nil { return false }
            kernel[key] = nil
            table.release(slot, now: clock)
        }
        guard let slot = try? table.reserve(wish, for: key, pod: PodReference(), process: 1, now: clock),
            !isLive(slot)
        else { return false }
        let call = Call(key: key, address: table[slot].address, slot: slot)
        storage.writesLeft = steps == 0 ? 0 : nil
        let isWritten = (try? table.commit(to: storage)) != nil
        storage.writesLeft = nil
        guard isWritten, steps > 1 else {
            if isWritten && staysAlive { calls.append(call) }
            return false
        }
        guard kernel[key] == nil else {
            undo(call)
            return false
        }
        kernel[key] = (call.address, false)
        guard steps > 2 else {
            if staysAlive { calls.append(call) }
            return false
        }
        return finish(call, steps: steps)
    }

    /// The rest of an ADD: the route, which the kernel gives once for an address, and the note in the table.
    mutating func finish(_ call: Call, steps: Int = 5) -> Bool {
        guard kernel[call.key]?.address == call.address,
            !kernel.values.contains(where: { $0.address == call.address && $0.hasRoute })
        else {
            if kernel[call.key]?.address == call.address { kernel[call.key] = nil }
            undo(call)
            rebuild()
            return false
        }
        kernel[call.key]?.hasRoute = true
        guard steps > 3 else { return false }
        var table = table()
        if table.count > call.slot, table[call.slot].key == call.key {
            table.attach(call.slot, now: clock)
        } else {
            _ = table.adopt(InterfaceAlias(address: call.address, key: call.key), now: clock)
        }
        try? table.commit(to: storage)
        return true
    }

    private mutating func undo(_ call: Call) {
        var table = table()
        guard let slot = table.slot(of: call.key), table[slot].address == call.address else { return }
        table.release(slot, now: clock)
        try? table.commit(to: storage)
    }

    /// DEL, up to `steps` of its two.
    mutating func delete(_ key: AttachmentKey, steps: Int) {
        clock += 1
        if let slot = table().slot(of: key), isLive(slot) { return }
        kernel[key] = nil
        guard steps > 0 else { return }
        var table = AddressTable(storage.bytes, identity: boot)
        guard let slot = table.slot(of: key) else { return }
        table.release(slot, now: clock)
        try? table.commit(to: storage)
    }

    /// GC that knows `valid` only.
    mutating func collect(_ valid: Set<AttachmentKey>) {
        rebuild()
        let live = Set(calls.map(\.key))
        for key in Self.keys where !valid.contains(key) && !live.contains(key) { delete(key, steps: 1) }
    }
}
