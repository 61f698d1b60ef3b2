/// An IPv4 prefix such as `10.240.0.0/12`, with no host bits set.
public struct IPv4Prefix: Hashable, Sendable {
    /// The first address.
    public let first: IPv4Address
    /// The number of network bits, 0 to 32.
    public let length: Int

    /// The prefix of `length` bits that holds `address`, or nil if `length` is not within 0 to 32.
    public init?(containing address: IPv4Address, length: Int) {
        guard (0...32).contains(length) else { return nil }
        self.init(masking: address.bits, length: length)
    }

    /// The prefix of one address.
    public init(host address: IPv4Address) { self.init(masking: address.bits, length: 32) }

    /// Every address.
    public static let everywhere = IPv4Prefix(masking: 0, length: 0)

    private init(masking bits: UInt32, length: Int) {
        first = IPv4Address(bits: length == 0 ? 0 : bits & (UInt32.max << UInt32(32 - length)))
        self.length = length
    }

    /// The prefix that `text` says in the form `address/length`, or nil if it is none or has host bits set.
    public init?(_ text: some StringProtocol) {
        guard let parsed = IPv4PrefixText(text), parsed.isCanonical else { return nil }
        self = parsed.masked
    }

    /// How many addresses the prefix has, 1 to 2^32.
    public var size: Int { 1 << (32 - length) }

    /// The last address.
    public var last: IPv4Address { IPv4Address(bits: first.bits | UInt32(truncatingIfNeeded: size - 1)) }

    /// From the first address to the last.
    public var addresses: ClosedRange<IPv4Address> { first...last }

    /// Whether `address` lies in the prefix.
    public func contains(_ address: IPv4Address) -> Bool { addresses.contains(address) }

    /// Whether every address of `other` lies in this prefix.
    public func contains(_ other: IPv4Prefix) -> Bool {
        length <= other.length && contains(other.first)
    }

    /// Whether the two have an address in common.
    public func overlaps(_ other: IPv4Prefix) -> Bool { contains(other) || other.contains(self) }

    /// The address at `index` from the first, or nil if that is outside.
    public func address(at index: Int) -> IPv4Address? {
        guard (0..<size).contains(index) else { return nil }
        return first.advanced(by: index)
    }
}

extension IPv4Prefix: Comparable {
    /// By first address, the wider one first.
    public static func < (left: IPv4Prefix, right: IPv4Prefix) -> Bool {
        left.first == right.first ? left.length < right.length : left.first < right.first
    }
}

extension IPv4Prefix: CustomStringConvertible {
    /// The form `address/length`.
    public var description: String { "\(first)/\(length)" }
}
