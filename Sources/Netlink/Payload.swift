/// Bytes of a message under construction: integers in the machine's order, attributes padded to four bytes.
struct Payload {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(256) }

    mutating func append<Value: FixedWidthInteger>(_ value: Value) {
        // The kernel takes the machine's own order, and every machine that slipway runs on is little-endian.
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ more: [UInt8]) { bytes += more }

    mutating func pad() { while bytes.count % 4 != 0 { bytes.append(0) } }

    /// An attribute of raw bytes; its length counts the four bytes of its head, not the padding.
    mutating func attribute(_ kind: Int, _ content: [UInt8]) {
        append(UInt16(4 + content.count))
        append(UInt16(kind))
        append(content)
        pad()
    }

    mutating func attribute(_ kind: Int, _ value: UInt32) {
        append(UInt16(8))
        append(UInt16(kind))
        append(value)
    }

    mutating func attribute(_ kind: Int, byte: UInt8) { attribute(kind, [byte]) }

    /// A text with the terminating zero.
    mutating func attribute(_ kind: Int, _ text: String) { attribute(kind, Array(text.utf8) + [0]) }

    /// An attribute of attributes.
    mutating func nest(_ kind: Int, _ content: (inout Payload) -> Void) {
        let start = bytes.count
        append(UInt16(0))
        append(UInt16(kind))
        content(&self)
        let length = bytes.count - start
        bytes[start] = UInt8(truncatingIfNeeded: length)
        bytes[start + 1] = UInt8(truncatingIfNeeded: length >> 8)
    }
}
