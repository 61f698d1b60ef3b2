/// What a person wrote as a prefix: an address and a length, possibly with host bits set.
public struct IPv4PrefixText: Hashable, Sendable {
    /// The address as written.
    public let address: IPv4Address
    /// The prefix with the host bits cleared.
    public let masked: IPv4Prefix

    /// Reads `address/length`, length 0 to 32 without leading zeros; nil if the text is not of that form.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPv4Address(parts[0]) else { return nil }
        let digits = parts[1].utf8
        guard (1...2).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let length = Int(parts[1]), let masked = IPv4Prefix(containing: address, length: length)
        else { return nil }
        self.address = address
        self.masked = masked
    }

    /// Whether no host bits are set.
    public var isCanonical: Bool { masked.first == address }
}
