public import Addressing

/// An address that Azure says belongs to the interface.
public struct PoolAddress: Sendable, Hashable {
    /// The address.
    public let address: IPv4Address
    /// The prefix length of its subnet.
    public let prefixLength: UInt32

    /// An address.
    public init(_ address: IPv4Address, prefixLength: UInt32) {
        self.address = address
        self.prefixLength = prefixLength
    }
}

extension AddressTable {
    /// Makes the pool what Azure says. Addresses that went away are not given again; who holds one keeps it.
    public mutating func setPool(_ addresses: [PoolAddress]) {
        var fresh: [IPv4Address: UInt32] = [:]
        for element in addresses { fresh[element.address] = element.prefixLength }
        for index in 0..<count {
            var record = self[index]
            let length = fresh.removeValue(forKey: record.address)
            let isInPool = length != nil
            guard record.isInPool != isInPool || record.prefixLength != length ?? record.prefixLength else {
                continue
            }
            record.isInPool = isInPool
            if let length { record.prefixLength = length }
            self[index] = record
        }
        for (address, length) in fresh.sorted(by: { $0.key < $1.key }) {
            var record = SlotRecord(free: address, prefixLength: length)
            record.isInPool = true
            insert(record)
        }
    }

    /// Forgets when addresses were used: the clock that counts since boot began anew.
    public mutating func beginBoot(_ identity: UInt64) {
        header.identity = identity
        for index in 0..<count where changedAt(index) != 0 {
            var record = self[index]
            record.changedAt = 0
            self[index] = record
        }
    }

    /// Says which addresses are given by name only.
    public mutating func setReservedByName(_ addresses: Set<IPv4Address>) {
        for index in 0..<count where (flags(index) & 2 != 0) != addresses.contains(address(index)) {
            var record = self[index]
            record.isReservedByName.toggle()
            self[index] = record
        }
    }

    /// Puts a record into a slot whose address is of no use any more, or into a new one.
    mutating func insert(_ record: SlotRecord) {
        if let unused = (0..<count).first(where: { state($0) == 0 && flags($0) & 1 == 0 }) {
            self[unused] = record
        } else if count < Self.slotLimit {
            _ = append(record)
        }
    }
}
