public import Addressing

/// Which addresses of an answer pods can have.
public struct PoolSelection: Sendable, Equatable {
    /// The machine's own address.
    public let primary: IPv4Address
    /// The prefix of its subnet.
    public let subnet: IPv4Prefix
    /// The others, sorted, each once.
    public let pool: [InterfaceAddresses.Entry]

    /// Chooses from `interfaces`.
    ///
    /// - Parameters:
    ///   - mac: the hardware address of the machine's interface.
    ///   - carried: the addresses that the interface carries, in the kernel's order, those first of their subnet.
    /// - Throws: where the answer is not about this machine.
    public init(
        _ interfaces: [InterfaceAddresses], mac: String, carried: [IPv4Address]
    ) throws(AnswerDefect) {
        let wanted = mac.filter { $0 != ":" }.uppercased()
        let matching =
            interfaces.filter { $0.mac.filter { $0 != ":" && $0 != "-" } == wanted }
            + interfaces.filter { $0.mac == "*" }
        guard let interface = matching.first else {
            throw AnswerDefect("the answer does not name the interface \(mac)")
        }
        var entries: [IPv4Address: InterfaceAddresses.Entry] = [:]
        for entry in interface.entries { entries[entry.address] = entry }
        // The source that knows the primary address is right if the interface carries it. Otherwise what the interface
        // carries tells; a list with none of its addresses is another machine's.
        let named = interface.entries.filter { $0.isPrimary == true && carried.contains($0.address) }
        guard let own = named.first?.address ?? carried.first(where: { entries[$0] != nil }),
            let length = entries[own]?.prefixLength,
            let subnet = IPv4Prefix(containing: own, length: Int(length))
        else { throw AnswerDefect("the answer has none of the addresses that the interface \(mac) carries") }
        primary = own
        self.subnet = subnet
        pool = entries.values.filter { $0.address != own && $0.isPrimary != true }.sorted {
            $0.address < $1.address
        }
    }
}
