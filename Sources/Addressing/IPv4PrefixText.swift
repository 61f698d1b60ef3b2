/// What a person wrote as a prefix: an address and a length, possibly with host bits set.
public struct IPv4PrefixText: Hashable, Sendable {
    /// The address as written.
    public let address: IPv4Address
    /// The prefix with the host bits cleared.
    public let masked: IPv4Prefix

    /// Reads `address/length`, length 0 to 32 without leading zeros; nil if the text is not of that form.
    @inlinable
    public init?(_ text: some StringProtocol) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
            let address = IPv4Address(text[..<slash])
        else { return nil }
        let digits = text.utf8[slash...].dropFirst()
        guard (1...2).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
            return nil
        }
        var length = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            length = length * 10 + Int(byte - UInt8(ascii: "0"))
        }
        guard let masked = IPv4Prefix(containing: address, length: length) else { return nil }
        self.address = address
        self.masked = masked
    }

    /// Whether no host bits are set.
    public var isCanonical: Bool { masked.first == address }
}
