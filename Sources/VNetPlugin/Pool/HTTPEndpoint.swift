internal import Addressing

/// Where a source of addresses listens. Names are not resolved: Azure's own are addresses.
struct HTTPEndpoint: Sendable, Equatable, CustomStringConvertible {
    let address: IPv4Address
    var port: UInt16 = 80

    init(address: IPv4Address, port: UInt16 = 80) {
        self.address = address
        self.port = port
    }

    /// Reads `http://ADDRESS` or `http://ADDRESS:PORT`.
    init?(_ text: String) {
        guard text.hasPrefix("http://") else { return nil }
        let parts = text.dropFirst(7).split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let address = IPv4Address(parts[0]) else { return nil }
        self.address = address
        if parts.count == 2 {
            guard let port = UInt16(parts[1]), port != 0 else { return nil }
            self.port = port
        }
    }

    var description: String { port == 80 ? "\(address)" : "\(address):\(port)" }
}
