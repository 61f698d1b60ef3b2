import ClusterModel

/// A line of `authorized_keys`, as far as it must be judged: type, key, comment.
enum OpenSSHPublicKey {
    /// What is wrong with a text.
    enum Problem: Equatable {
        case privateKey
        case other(String)
    }

    /// Types that Azure takes, of which RSA has a length to judge.
    private static let types = ["ssh-rsa", "ssh-ed25519"]
    /// Bits of an RSA key that Azure asks for at least.
    private static let leastRSABits = 2048

    /// What is wrong with `text`, nil for nothing.
    static func problem(with text: String) -> Problem? {
        if text.holdsPrivateKey { return .privateKey }
        if text.utf8.contains(where: { $0 < 0x20 }) {
            return .other("it has a line break or control character in it")
        }
        let parts = text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
        guard parts.count >= 2 else { return .other("type and key are expected, with a blank between them") }
        let type = String(parts[0])
        guard types.contains(type) else { return .other("type \"\(type)\" is not ssh-rsa or ssh-ed25519") }
        guard let blob = base64(parts[1]) else { return .other("the key is not base64") }
        let fields = fields(of: blob)
        guard fields.count >= 2, String(decoding: fields[0], as: UTF8.self) == type else {
            return .other("the key does not say the type \(type)")
        }
        if type == "ssh-ed25519" {
            return fields[1].count == 32
                ? nil : .other("an ed25519 key has 32 bytes; this has \(fields[1].count)")
        }
        guard fields.count == 3 else { return .other("an RSA key has an exponent and a modulus") }
        let modulus = fields[2].drop { $0 == 0 }
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        return bits >= leastRSABits
            ? nil : .other("an RSA key has \(leastRSABits) bits at least; this has \(bits)")
    }

    /// The length-prefixed fields of the key (RFC 4253, section 6.6); empty if they do not fit.
    private static func fields(of blob: [UInt8]) -> [ArraySlice<UInt8>] {
        var rest = blob[...]
        var fields: [ArraySlice<UInt8>] = []
        while !rest.isEmpty {
            guard rest.count >= 4 else { return [] }
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= length else { return [] }
            fields.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return fields
    }

    private static func base64(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8.reversed().drop(while: { $0 == UInt8(ascii: "=") }).reversed() {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}
