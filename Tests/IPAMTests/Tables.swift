import Addressing
import Testing

@testable import IPAM

@Suite struct Tables {
    private let storage = MemoryStorage()
    private let first = IPv4Address(bits: 0x0AF0_0010)
    private let second = IPv4Address(bits: 0x0AF0_0011)

    private func table(_ addresses: [IPv4Address]? = nil) -> AddressTable {
        var table = AddressTable(identity: 1)
        table.setPool((addresses ?? [first, second]).map { PoolAddress($0, prefixLength: 16) })
        return table
    }

    private func key(_ id: String) -> AttachmentKey {
        AttachmentKey(network: "n", containerID: id, interface: "eth0")
    }

    private func add(_ id: String, _ table: inout AddressTable, _ wish: AddressWish = .any, now: UInt64 = 1)
        throws
        -> IPv4Address
    {
        let slot = try table.reserve(
            wish, for: key(id), pod: PodReference(namespace: "d", name: id), process: 7, now: now)
        table.attach(slot, now: now)
        return table[slot].address
    }

    @Test func whatIsWrittenIsRead() throws {
        var table = table()
        #expect(try add("a", &table, now: 5) == first)
        try table.commit(to: storage)
        let read = AddressTable(storage.bytes, identity: 1)
        #expect(!read.isDamaged && read.header == table.header && read.records == table.records)
        let record = read[try #require(read.slot(of: key("a")))]
        #expect(record.pod.name == "a" && record.process == 7 && record.state == .attached && record.isInPool)
    }

    @Test func theOneThatRestedLongestIsGiven() throws {
        var table = table()
        _ = try add("a", &table)
        _ = try add("b", &table)
        #expect(throws: Refusal.exhausted) { try add("c", &table) }
        table.release(try #require(table.slot(of: key("b"))), now: 10)
        table.release(try #require(table.slot(of: key("a"))), now: 11)
        #expect(table.census(now: 12) == Census(pool: 2, free: 2, resting: 2))
        #expect(try add("c", &table, now: 13) == second)
        #expect(try add("d", &table, now: 14) == first)
    }

    @Test func namedAddresses() throws {
        var table = table()
        table.setReservedByName([second])
        #expect(try add("a", &table) == first)
        #expect(throws: Refusal.exhausted) { try add("b", &table) }
        #expect(throws: Refusal.held(first, by: key("a"))) { try add("b", &table, .exactly(first)) }
        #expect(throws: Refusal.notInPool(IPv4Address(bits: 9))) {
            try add("b", &table, .exactly(IPv4Address(bits: 9)))
        }
        #expect(try add("b", &table, .exactly(second)) == second)
    }

    @Test func anAddressThatWentAwayIsNotGivenAgain() throws {
        var table = table()
        _ = try add("a", &table)
        table.setPool([PoolAddress(second, prefixLength: 16)])
        #expect(table.census(now: 1).stale == 1)
        table.release(try #require(table.slot(of: key("a"))), now: 2)
        #expect(try add("b", &table) == second)
        #expect(throws: Refusal.exhausted) { try add("c", &table) }
        #expect(throws: Refusal.notInPool(first)) { try add("c", &table, .exactly(first)) }
        // Its place is used for the next new address: the file does not grow.
        let third = IPv4Address(bits: 0x0AF0_0012)
        table.setPool([second, third].map { PoolAddress($0, prefixLength: 16) })
        #expect(table.count == 2 && table.slot(of: third) != nil)
    }

    @Test func everyCutAndEveryFlippedBitOfARecordIsSeen() throws {
        var table = table([first])
        _ = try add("a", &table)
        try table.commit(to: storage)
        for count in 0..<storage.bytes.count where count < 130 || count > 4090 {
            #expect(AddressTable(Array(storage.bytes[..<count]), identity: 1).isDamaged, "cut at \(count)")
        }
        let used = Array(0..<128) + Array(TableHeader.size..<(TableHeader.size + SlotRecord.textOffset + 7))
        for place in used {
            for bit in 0..<8 {
                var bytes = storage.bytes
                bytes[place] ^= 1 << UInt8(bit)
                #expect(AddressTable(bytes, identity: 1).isDamaged, "bit \(bit) of byte \(place)")
            }
        }
    }

    @Test func aRecordInAnothersPlaceIsSeen() throws {
        var table = table()
        try table.commit(to: storage)
        let record = Array(storage.bytes[AddressTable.range(ofSlot: 0)])
        storage.bytes.replaceSubrange(AddressTable.range(ofSlot: 1), with: record)
        #expect(AddressTable(storage.bytes, identity: 1).isDamaged)
    }

    @Test func theLongestKeyFitsEverywhere() throws {
        let key = AttachmentKey(
            network: String(repeating: "n", count: 48), containerID: String(repeating: "c", count: 160),
            interface: String(repeating: "i", count: 15))
        let alias = InterfaceAlias(address: IPv4Address(bits: .max), key: key)
        #expect(alias.text.utf8.count <= 255 && InterfaceAlias(alias.text) == alias)
        #expect(key.hostInterface.utf8.count == 15)
        var table = table()
        let pod = PodReference(
            namespace: String(repeating: "s", count: 63), name: String(repeating: "p", count: 253))
        let slot = try table.reserve(.any, for: key, pod: pod, process: 1, now: 1)
        #expect(table[slot].key == key && table[slot].pod.namespace == pod.namespace)
        #expect(pod.name.hasPrefix(table[slot].pod.name) && table[slot].pod.name.utf8.count > 100)
    }

    @Test(arguments: [
        "", "slipway-vnet", "slipway-vnet 10.0.0.1 eth0 n", "x 10.0.0.1 eth0 n c",
        "slipway-vnet 10.0.0 eth0 n c",
        "slipway-vnet 10.0.0.1  n c",
    ])
    func strangersAliases(_ text: String) { #expect(InterfaceAlias(text) == nil) }

    @Test func aListOnTheDiskIsWholeOrNone() throws {
        let subnet = try #require(IPv4Prefix("10.240.0.0/16"))
        let document = PoolDocument(
            identity: .max, mac: "00:0d:3a:1f:2e:3d", primary: first, subnet: subnet, source: .wireserver,
            answeredAt: 5, pool: [PoolAddress(second, prefixLength: 16)])
        let bytes = document.bytes
        #expect(PoolDocument(bytes) == document)
        for count in 0..<(bytes.count - 1) { #expect(PoolDocument(Array(bytes[..<count])) == nil) }
        let digit = try #require(bytes.firstIndex(of: UInt8(ascii: "7")))
        var flipped = bytes
        flipped[digit] = UInt8(ascii: "8")
        #expect(PoolDocument(flipped) == nil)
    }
}
