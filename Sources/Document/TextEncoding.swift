import Findings

/// Checks that a file is UTF-8 text before any reader sees it.
enum TextEncoding {
    /// The bytes after an optional UTF-8 byte order mark.
    ///
    /// - Throws: for UTF-16 and UTF-32, broken UTF-8 and NUL, each with the place.
    static func textBytes(of bytes: [UInt8], file: String) throws(UnreadableDocument) -> [UInt8] {
        func refuse(_ message: String, at offset: Int, remedy: String) -> UnreadableDocument {
            let place = SourceText(Array(bytes[..<offset])).position(at: offset)
            return UnreadableDocument(
                Finding(
                    ReadingRule.encoding, .error, at: .root, message, remedy: remedy,
                    location: SourceLocation(file: file, line: place.line, column: place.column)))
        }
        let marks: [(bytes: [UInt8], name: String)] = [
            ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
            ([0xFE, 0xFF], "UTF-16"),
        ]
        if let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) {
            throw refuse(
                "the text is \(mark.name); models are UTF-8", at: 0, remedy: "save the file as UTF-8")
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let offset = text.firstIndex(of: 0) {
            let isUTF16 = text.count > 1 && (text[0] == 0 || text[1] == 0)
            throw refuse(
                isUTF16
                    ? "the text is UTF-16 without a mark; models are UTF-8"
                    : "the text holds a NUL character",
                at: isUTF16 ? 0 : offset,
                remedy: isUTF16 ? "save the file as UTF-8" : "remove the NUL character")
        }
        if let offset = firstInvalidByte(in: text) {
            throw refuse(
                "byte \(hex(text[offset])) begins no UTF-8 character", at: offset,
                remedy: "save the file as UTF-8")
        }
        return text
    }

    /// The offset of the first byte that is not part of well-formed UTF-8 (Unicode, table 3-7).
    private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        var offset = 0
        while offset < bytes.count {
            let (length, second): (Int, ClosedRange<UInt8>)
            switch bytes[offset] {
            case 0..<0x80:
                offset += 1
                continue
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return offset
            }
            guard offset + length <= bytes.count, second.contains(bytes[offset + 1]),
                bytes[(offset + 2)..<max(offset + 2, offset + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return offset }
            offset += length
        }
        return nil
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count == 1 ? "0" : "") + digits
    }
}
