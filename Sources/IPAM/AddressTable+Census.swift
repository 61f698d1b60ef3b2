/// How many addresses are in which condition.
public struct Census: Sendable, Equatable {
    /// Addresses that Azure says belong to the interface, those given by name included.
    public var pool = 0
    /// Of all, those that pods hold.
    public var held = 0
    /// Of all, those that an ADD is at work on.
    public var inFlight = 0
    /// Of the pool, those that any pod can have now.
    public var free = 0
    /// Of the free ones, those that were freed less than the resting time ago.
    public var resting = 0
    /// Of the pool, those given by name only.
    public var reserved = 0
    /// Held, but not of the pool any more.
    public var stale = 0
}

extension AddressTable {
    /// Counts the addresses.
    ///
    /// - Parameter now: nanoseconds since boot.
    public func census(now: UInt64) -> Census {
        var census = Census()
        let rest = UInt64(header.restSeconds) &* 1_000_000_000
        for record in records {
            if record.isInPool {
                census.pool += 1
                if record.isReservedByName { census.reserved += 1 }
            }
            switch record.state {
            case .attached: census.held += 1
            case .reserved: census.inFlight += 1
            case .free:
                guard record.isInPool, !record.isReservedByName else { continue }
                census.free += 1
                if record.changedAt != 0, now < record.changedAt &+ rest { census.resting += 1 }
            }
            if record.state != .free, !record.isInPool { census.stale += 1 }
        }
        return census
    }
}
