/// A hardware address of six bytes.
public struct MACAddress: Hashable, Sendable, CustomStringConvertible {
    /// The bytes.
    public let bytes: [UInt8]

    /// The address of these bytes, or nil if they are not six.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 6 else { return nil }
        self.bytes = Array(bytes)
    }

    /// The address that `text` says: twelve hexadecimal digits, with or without colons or dashes between the pairs.
    public init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        for character in text where character != ":" && character != "-" {
            guard character.isASCII, let digit = character.hexDigitValue else { return nil }
            digits.append(UInt8(digit))
        }
        guard digits.count == 12 else { return nil }
        bytes = stride(from: 0, to: 12, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// A locally administered address with the four bytes of `number`: the second digit says that nobody sells it.
    public init(locallyAdministered number: UInt32, first: UInt8) {
        bytes =
            [first, first]
            + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }

    /// Lower-case digits with colons.
    public var description: String {
        var text = ""
        for byte in bytes {
            if !text.isEmpty { text += ":" }
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
        return text
    }
}
