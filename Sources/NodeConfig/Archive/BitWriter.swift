/// Bits in deflate's order: the least significant of a byte first.
struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    /// The `count` low bits of `value`, lowest first; 32 at most.
    mutating func append(_ value: Int, count: Int) {
        pending |= UInt64(value) << UInt64(self.count)
        self.count += count
        while self.count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            self.count -= 8
        }
    }

    /// A Huffman code.
    mutating func append(_ code: HuffmanCode) { append(code.reversed, count: code.count) }

    /// All bits, filled up to whole bytes.
    func finished() -> [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
}

/// A Huffman code, which goes out with its highest bit first.
struct HuffmanCode {
    /// Its bits, the first to go out being the lowest.
    let reversed: Int
    /// How many they are.
    let count: Int

    /// The `count` low bits of `code`.
    init(_ code: Int, count: Int) {
        self.count = count
        reversed = (0..<count).reduce(0) { $0 << 1 | code >> $1 & 1 }
    }
}
