public import Addressing

/// Which address an attachment wants.
public enum AddressWish: Sendable, Equatable {
    /// Any of the pool.
    case any
    /// This one.
    case exactly(IPv4Address)
}

/// Why an address was not had.
public enum Refusal: Error, Sendable, Equatable {
    /// All addresses of the pool are held.
    case exhausted
    /// The address does not belong to this machine's interface.
    case notInPool(IPv4Address)
    /// Somebody else holds the address.
    case held(IPv4Address, by: AttachmentKey)
}

extension AddressTable {
    /// Reserves an address for `key`, which holds none, and returns its slot.
    ///
    /// Of those that any pod can have, it is the one that was never used or has rested longest. So one that was freed a
    /// moment ago is given only if there is no other.
    ///
    /// - Parameter now: nanoseconds since boot.
    public mutating func reserve(
        _ wish: AddressWish, for key: AttachmentKey, pod: PodReference, process: UInt32, now: UInt64
    ) throws(Refusal) -> Int {
        let index =
            switch wish {
            case .any: try longestFree()
            case .exactly(let address): try free(address)
            }
        var record = self[index]
        record.state = .reserved
        record.key = key
        record.pod = pod
        record.process = process
        record.changedAt = now
        self[index] = record
        return index
    }

    private func longestFree() throws(Refusal) -> Int {
        var best: Int?
        // In the pool and not given by name only: of the flags, the first alone.
        for index in 0..<count where state(index) == 0 && flags(index) == 1 {
            guard let other = best else {
                best = index
                continue
            }
            if (changedAt(index), address(index)) < (changedAt(other), address(other)) { best = index }
        }
        guard let best else { throw .exhausted }
        return best
    }

    private func free(_ address: IPv4Address) throws(Refusal) -> Int {
        guard let index = slot(of: address), self[index].isInPool else { throw .notInPool(address) }
        if let holder = self[index].key { throw .held(address, by: holder) }
        return index
    }

    /// The attachment in slot `index` is complete.
    public mutating func attach(_ index: Int, now: UInt64) {
        var record = self[index]
        record.state = .attached
        record.changedAt = now
        self[index] = record
    }

    /// Nobody holds the slot's address any more.
    ///
    /// - Parameter now: nanoseconds since boot, from when the address rests; 0 if no pod ever had it.
    public mutating func release(_ index: Int, now: UInt64) {
        var record = self[index]
        record.release(at: now)
        self[index] = record
    }
}
