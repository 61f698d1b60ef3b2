public import Addressing

/// What Azure said about one of the machine's interfaces.
public struct InterfaceAddresses: Sendable, Equatable {
    /// An address of it.
    public struct Entry: Sendable, Equatable {
        /// The address.
        public let address: IPv4Address
        /// Whether it is the machine's own; nil where the source does not say.
        public let isPrimary: Bool?
        /// The prefix length of its subnet.
        public let prefixLength: UInt32

        /// An entry.
        public init(_ address: IPv4Address, isPrimary: Bool?, prefixLength: UInt32) {
            self.address = address
            self.isPrimary = isPrimary
            self.prefixLength = prefixLength
        }
    }

    /// Twelve hexadecimal digits in upper case, or `*` for whatever interface.
    public let mac: String
    /// Its addresses, in the answer's order.
    public let entries: [Entry]

    /// What was said of the interface `mac`.
    public init(mac: String, entries: [Entry]) {
        self.mac = mac
        self.entries = entries
    }
}

/// Why an answer counts as none.
public struct AnswerDefect: Error, Sendable, Equatable, CustomStringConvertible {
    /// In words.
    public let description: String

    /// A defect.
    public init(_ description: String) { self.description = description }
}
