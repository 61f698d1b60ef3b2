/// A text with its lines, for turning byte offsets into line and column.
public struct SourceText: Sendable {
    /// UTF-8, without a byte order mark.
    public let bytes: [UInt8]
    private let lineStarts: [Int]
    /// How many bytes before each block of the text continue a scalar, so that columns of long lines take no time.
    private let continuations: [Int]
    private static let blockSize = 1 << 10

    /// The text of `bytes`.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
        continuations = Self.continuations(in: bytes)
    }

    /// The line (from 1) and the column (from 1, in Unicode scalars) of the byte at `offset`; offsets past the
    /// end count as the end.
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, 1 + scalars(lineStarts[low]..<offset))
    }

    /// How many scalars of `range` stand on its first line, at least 1.
    public func lengthOnFirstLine(of range: Range<Int>) -> Int {
        let clamped = range.clamped(to: 0..<bytes.count)
        let end = bytes[clamped].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        return max(1, scalars(clamped.lowerBound..<(end ?? clamped.upperBound)))
    }

    /// Where `line` (from 1) stands, without its line end, or nil if there is no such line.
    public func range(ofLine line: Int) -> Range<Int>? {
        guard lineStarts.indices.contains(line - 1) else { return nil }
        let start = lineStarts[line - 1]
        let end = lineStarts.indices.contains(line) ? lineStarts[line] - 1 : bytes.count
        return start..<(start < end && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
    }

    private func scalars(_ range: Range<Int>) -> Int {
        range.count - (continuations(before: range.upperBound) - continuations(before: range.lowerBound))
    }

    private func continuations(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        let rest = bytes[(block * Self.blockSize)..<offset]
        return continuations[block]
            + rest.reduce(into: 0) { count, byte in if byte & 0xC0 == 0x80 { count += 1 } }
    }

    private static func continuations(in bytes: [UInt8]) -> [Int] {
        var counts = [0]
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if byte & 0xC0 == 0x80 { count += 1 }
            if (offset + 1) % blockSize == 0 { counts.append(count) }
        }
        return counts
    }
}
