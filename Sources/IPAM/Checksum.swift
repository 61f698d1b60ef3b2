/// 64 bits by which a record that was cut, zeroed or flipped is told from a whole one. `place` makes a
/// record in the place of another one a wrong one. No protection against malice.
enum Checksum {
    static func of(_ bytes: [UInt8], _ range: Range<Int>, place: Int = 0) -> UInt64 {
        guard range.upperBound <= bytes.count else { return 0 }
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(range.count) ^ UInt64(place) << 32
        // Eight bytes a step: all records are checked in every call.
        unsafe bytes.withUnsafeBytes { buffer in
            var position = range.lowerBound
            while position + 8 <= range.upperBound {
                mix(&hash, unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                position += 8
            }
            var rest: UInt64 = 0
            while position < range.upperBound {
                rest = rest << 8 | UInt64(unsafe buffer[position])
                position += 1
            }
            mix(&hash, rest)
        }
        return hash
    }

    private static func mix(_ hash: inout UInt64, _ word: UInt64) {
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
    }
}

extension [UInt8] {
    /// The little-endian integer at `offset`; the caller has checked the length.
    func integer<Value: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _: Value.Type, at offset: Int
    ) -> Value {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        return unsafe withUnsafeBytes {
            unsafe Value(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Value.self))
        }
    }

    /// Writes `value` little-endian at `offset`.
    mutating func put<Value: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ value: Value, at offset: Int
    ) {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        unsafe withUnsafeMutableBytes {
            unsafe $0.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Value.self)
        }
    }
}
