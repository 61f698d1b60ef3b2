/// Bits in deflate's order: the least significant of a byte first.
struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    /// The `count` low bits of `value`, lowest first.
    mutating func append(_ value: Int, count: Int) {
        pending |= UInt64(value) << UInt64(self.count)
        self.count += count
        while self.count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            self.count -= 8
        }
    }

    /// A Huffman code, which goes out with its highest bit first.
    mutating func append(code: Int, count: Int) {
        for place in (0..<count).reversed() { append(code >> place & 1, count: 1) }
    }

    /// All bits, filled up to whole bytes.
    func finished() -> [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
}
