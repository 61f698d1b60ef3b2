/// Turns libyaml's marks, which count Unicode scalars, into byte offsets.
struct ScalarOffsets {
    private static let stride = 256
    private let bytes: [UInt8]
    /// The byte offset of every 256th scalar; empty if the text is ASCII, where both counts agree.
    private let checkpoints: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            checkpoints = []
            return
        }
        var checkpoints: [Int] = []
        var scalars = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalars % Self.stride == 0 { checkpoints.append(offset) }
            scalars += 1
        }
        self.checkpoints = checkpoints
    }

    /// The byte offset of the scalar at `index`; the end of the text for indices past it.
    func byteOffset(ofScalar index: Int) -> Int {
        if checkpoints.isEmpty { return min(index, bytes.count) }
        guard checkpoints.indices.contains(index / Self.stride) else { return bytes.count }
        var offset = checkpoints[index / Self.stride]
        var remaining = index % Self.stride
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if remaining == 0 { return offset }
                remaining -= 1
            }
            offset += 1
        }
        return bytes.count
    }
}
