/// What Azure takes of a subnet for itself, and what remains.
///
/// Source: Microsoft Learn, "Azure Virtual Network FAQ": the first four addresses and the last are Azure's.
public struct AzureSubnet: Hashable, Sendable {
    /// The subnet's prefix.
    public let prefix: IPv4Prefix

    /// Addresses that Azure takes at the start: network, gateway, two for DNS.
    public static let reservedAtStart = 4
    /// Addresses that Azure takes in all.
    public static let reserved = 5

    /// The subnet with `prefix`.
    public init(_ prefix: IPv4Prefix) { self.prefix = prefix }

    /// Addresses that network interfaces and load balancers can have; negative never.
    public var usable: Int { max(0, prefix.size - Self.reserved) }

    /// Whether `address` can be given to an ipConfiguration.
    public func canAssign(_ address: IPv4Address) -> Bool {
        guard prefix.contains(address) else { return false }
        let offset = Int(address.bits - prefix.first.bits)
        return offset >= Self.reservedAtStart && offset < prefix.size - 1
    }

    /// The shortest change that gives room for `needed` addresses: the length of the longest prefix that fits,
    /// or nil if none from /0 to /29 does.
    public static func prefixLength(fitting needed: Int) -> Int? {
        (0...29).reversed().first { (1 << (32 - $0)) - reserved >= needed }
    }
}
