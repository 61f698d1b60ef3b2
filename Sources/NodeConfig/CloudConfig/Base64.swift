/// Base64 with padding (RFC 4648, section 4).
public enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// `bytes` as text.
    public static func text(of bytes: [UInt8]) -> String {
        let size = (bytes.count + 2) / 3 * 4
        return unsafe String(unsafeUninitializedCapacity: size) { text in
            unsafe alphabet.withUnsafeBufferPointer { alphabet in
                var place = 0
                var start = 0
                while start < bytes.count {
                    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
                    let third = start + 2 < bytes.count ? bytes[start + 2] : 0
                    let bits = Int(bytes[start]) << 16 | Int(second) << 8 | Int(third)
                    unsafe text[place] = alphabet[bits >> 18]
                    unsafe text[place + 1] = alphabet[bits >> 12 & 0x3F]
                    unsafe text[place + 2] = alphabet[bits >> 6 & 0x3F]
                    unsafe text[place + 3] = alphabet[bits & 0x3F]
                    place += 4
                    start += 3
                }
                for missing in 0..<((3 - bytes.count % 3) % 3) {
                    unsafe text[size - 1 - missing] = UInt8(ascii: "=")
                }
            }
            return size
        }
    }
}
