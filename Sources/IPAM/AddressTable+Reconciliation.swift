public import Addressing

/// What the kernel knows of an attachment: an interface that the plugin made.
public struct KernelHolding: Sendable, Equatable {
    /// The interface's name.
    public let interface: String
    /// What its alias says, nil if it says nothing that is understood.
    public let alias: InterfaceAlias?
    /// Whether the machine's route leads to it: the last thing that ADD makes.
    public let hasRoute: Bool

    /// A holding.
    public init(interface: String, alias: InterfaceAlias?, hasRoute: Bool) {
        self.interface = interface
        self.alias = alias
        self.hasRoute = hasRoute
    }
}

/// What became of the table when it was compared with the kernel.
public struct Reconciliation: Sendable, Equatable {
    /// Addresses whose holder's interface is gone; they are free again.
    public var released: [IPv4Address] = []
    /// Attachments that the table did not know.
    public var adopted: [AttachmentKey] = []
    /// Interfaces that nobody can use: what a killed ADD left. They have to be removed, then `released` covers their slots.
    public var leftovers: [String] = []
}

extension AddressTable {
    /// Makes the table agree with the kernel, whose interfaces and routes are the truth.
    ///
    /// - Parameters:
    ///   - holdings: every interface of the plugin in the machine's namespace.
    ///   - isLive: whether a process is at work on the slot: then it is left alone.
    ///   - now: nanoseconds since boot.
    public mutating func reconcile(
        with holdings: [KernelHolding], now: UInt64, isLive: (Int) -> Bool
    ) -> Reconciliation {
        var outcome = Reconciliation()
        var unmatched: [AttachmentKey: KernelHolding] = [:]
        var names: Set<String> = []
        for holding in holdings {
            names.insert(holding.interface)
            guard let alias = holding.alias else { continue }
            // Of two interfaces with the same key, which only a stranger can make, the one with the route counts.
            if unmatched[alias.key].map({ $0.hasRoute }) != true { unmatched[alias.key] = holding }
        }
        var liveNames: Set<String> = []
        for index in heldSlots {
            guard let key = self[index].key else { continue }
            let holding = unmatched[key]
            if isLive(index) {
                liveNames.insert(key.hostInterface)
                unmatched[key] = nil
                continue
            }
            if let holding, holding.alias?.address == address(index), holding.hasRoute || state(index) == 2 {
                if state(index) != SlotState.attached.rawValue { attach(index, now: now) }
                unmatched[key] = nil
                continue
            }
            // Killed under way: what is there of it is of no use, the runtime never heard of it.
            if state(index) == SlotState.reserved.rawValue, let holding,
                holding.alias?.address == address(index)
            {
                outcome.leftovers.append(holding.interface)
                unmatched[key] = nil
            }
            outcome.released.append(address(index))
            release(index, now: now)
        }
        for holding in holdings {
            if holding.alias == nil, !liveNames.contains(holding.interface) {
                outcome.leftovers.append(holding.interface)
            } else if let alias = holding.alias, unmatched[alias.key] == holding, adopt(alias, now: now) {
                outcome.adopted.append(alias.key)
            }
        }
        return outcome
    }

    /// Notes an attachment that exists in the kernel; false if its address is held by another one that exists, too.
    public mutating func adopt(_ alias: InterfaceAlias, now: UInt64) -> Bool {
        var record = SlotRecord(free: alias.address)
        let index = slot(of: alias.address)
        if let index { record = self[index] }
        guard record.state == .free || record.key == alias.key else { return false }
        record.state = .attached
        record.key = alias.key
        record.changedAt = now
        if let index { self[index] = record } else { insert(record) }
        return true
    }
}
