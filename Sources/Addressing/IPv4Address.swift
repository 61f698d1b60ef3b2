/// An IPv4 address.
public struct IPv4Address: Hashable, Comparable, Sendable {
    /// The 32 bits in host byte order.
    public let bits: UInt32

    /// The address with these 32 bits (host byte order).
    public init(bits: UInt32) { self.bits = bits }

    /// The address that `text` says in dotted decimal without leading zeros, or nil if it says none.
    ///
    /// Leading zeros are refused because half of the world's readers take `010` for eight.
    @inlinable
    public init?(_ text: some StringProtocol) {
        var bits: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var dots = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard digits == 0 || octet > 0 else { return nil }
                octet = octet * 10 + UInt32(byte - UInt8(ascii: "0"))
                digits += 1
                guard octet <= 255 else { return nil }
            case UInt8(ascii: "."):
                guard digits > 0, dots < 3 else { return nil }
                bits = bits << 8 | octet
                (octet, digits, dots) = (0, 0, dots + 1)
            default: return nil
            }
        }
        guard digits > 0, dots == 3 else { return nil }
        self.bits = bits << 8 | octet
    }

    /// The four octets, most significant first, as on the wire.
    public var octets: [UInt8] {
        [
            UInt8(truncatingIfNeeded: bits >> 24), UInt8(truncatingIfNeeded: bits >> 16),
            UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits),
        ]
    }

    /// The address `offset` further on, or nil if that leaves the 32 bits.
    public func advanced(by offset: Int) -> IPv4Address? {
        UInt32(exactly: Int(bits) + offset).map(IPv4Address.init(bits:))
    }

    /// Order by number.
    public static func < (left: IPv4Address, right: IPv4Address) -> Bool { left.bits < right.bits }
}

extension IPv4Address: CustomStringConvertible {
    /// Dotted decimal.
    public var description: String {
        "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    }
}
