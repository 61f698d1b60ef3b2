/// Deflate (RFC 1951): one block with the fixed codes, which suit the few kilobytes of text that machines get.
enum Deflate {
    /// A repeat of this length is taken without looking for a longer one.
    private static let enough = 32

    /// `bytes` as one final block.
    static func block(of bytes: [UInt8]) -> [UInt8] {
        var bits = BitWriter()
        bits.append(0b011, count: 3)
        var repeats = RepeatFinder(bytes)
        var place = 0
        var found = repeats.longest(at: place)
        while place < bytes.count {
            // A longer one that begins a byte later is worth a literal.
            let next = found.map(\.length) ?? 0 < enough ? repeats.longest(at: place + 1) : nil
            if let repeated = found, repeated.length >= next?.length ?? 0 {
                append(repeated, to: &bits)
                place += repeated.length
                found = repeats.longest(at: place)
            } else {
                bits.append(symbols[Int(bytes[place])])
                place += 1
                found = next
            }
        }
        bits.append(symbols[256])
        return bits.finished()
    }

    private static func append(_ found: RepeatFinder.Repeat, to bits: inout BitWriter) {
        let length = Int(lengthCodes[found.length])
        bits.append(symbols[257 + length])
        bits.append(found.length - lengths[length].base, count: lengths[length].extra)
        // Two codes for each power of two: the bit below the highest says which.
        let places = found.distance < 4 ? 0 : Int.bitWidth - 1 - (found.distance - 1).leadingZeroBitCount
        let distance =
            places < 2 ? found.distance - 1 : 2 * places + ((found.distance - 1) >> (places - 1) & 1)
        bits.append(distanceCodes[distance])
        bits.append(found.distance - distances[distance].base, count: distances[distance].extra)
    }

    /// The fixed codes of literals, of the end and of lengths (section 3.2.6).
    private static let symbols: [HuffmanCode] = (0..<288).map { symbol in
        switch symbol {
        case ..<144: HuffmanCode(0x30 + symbol, count: 8)
        case ..<256: HuffmanCode(0x190 + symbol - 144, count: 9)
        case ..<280: HuffmanCode(symbol - 256, count: 7)
        default: HuffmanCode(0xC0 + symbol - 280, count: 8)
        }
    }

    private static let distanceCodes = (0..<30).map { HuffmanCode($0, count: 5) }

    /// Lengths 3 to 258 and their extra bits (section 3.2.5). 258 has a code of its own, without extra bits.
    private static let lengths =
        ranges(from: 3, extras: [0, 0, 0, 0, 0, 0, 0, 0] + (1...5).flatMap { [$0, $0, $0, $0] })
        + [(base: 258, extra: 0)]

    /// The code of each length, as an index of `lengths`.
    private static let lengthCodes: [UInt8] = (0...258).map { length in
        UInt8(lengths.lastIndex { $0.base <= length } ?? 0)
    }

    /// Distances 1 to 32768 and their extra bits.
    private static let distances = ranges(from: 1, extras: [0, 0, 0, 0] + (1...13).flatMap { [$0, $0] })

    private static func ranges(from first: Int, extras: [Int]) -> [(base: Int, extra: Int)] {
        var base = first
        return extras.map { extra in
            defer { base += 1 << extra }
            return (base, extra)
        }
    }
}
