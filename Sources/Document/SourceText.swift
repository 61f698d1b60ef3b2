/// A text with its lines, for turning byte offsets into line and column.
public struct SourceText: Sendable {
    /// UTF-8, without a byte order mark.
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    /// The text of `bytes`.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
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
        bytes[range].reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    }
}
