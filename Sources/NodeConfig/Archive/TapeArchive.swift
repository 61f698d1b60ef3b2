/// A tar archive in POSIX' ustar form: files of root, without times, so that the same files give the same bytes.
enum TapeArchive {
    private static let block = 512
    /// Bytes that a name in ustar's first field can have.
    static let longestName = 100

    /// What ends an archive.
    static let end = [UInt8](repeating: 0, count: 2 * block)

    /// The entries of `files`, whose paths lose their first slash; `end` must follow the last one.
    /// `Sources/CEmbeddedFiles/pack` writes the same.
    static func entries(of files: [PackedFile]) -> [UInt8] {
        var archive: [UInt8] = []
        for file in files {
            archive += header(file)
            archive += file.bytes
            archive += repeatElement(0, count: (block - file.bytes.count % block) % block)
        }
        return archive
    }

    private static func header(_ file: PackedFile) -> [UInt8] {
        var header =
            field(String(file.path.drop { $0 == "/" }), 100) + field("000\(file.permissions)\0", 8)
            + field("0000000\0", 8) + field("0000000\0", 8) + field(octal(file.bytes.count, 11) + "\0", 12)
            + field("00000000000\0", 12) + field("        ", 8) + field("0", 1) + field("", 100)
            + field("ustar\u{0}00", 8) + field("root", 32) + field("root", 32) + field("0000000\0", 8)
            + field("0000000\0", 8) + field("", 155) + field("", 12)
        let sum = header.reduce(0) { $0 + Int($1) }
        header.replaceSubrange(148..<156, with: field(octal(sum, 6) + "\0 ", 8))
        return header
    }

    private static func field(_ text: String, _ width: Int) -> [UInt8] {
        let bytes = Array(text.utf8.prefix(width))
        return bytes + [UInt8](repeating: 0, count: width - bytes.count)
    }

    private static func octal(_ value: Int, _ digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
    }
}

/// A static file of an archive.
struct PackedFile {
    /// Its absolute path.
    var path: String
    /// Its permissions as four octal digits.
    var permissions = "0644"
    /// What it holds.
    var bytes: [UInt8]
}
