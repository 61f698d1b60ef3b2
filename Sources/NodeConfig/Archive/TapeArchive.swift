/// A tar archive in POSIX' ustar form: files of root, without times, so that the same files give the same bytes.
package enum TapeArchive {
    private static let block = 512
    /// Bytes that a name in ustar's first field can have.
    static let longestName = 100

    /// The entries of `files`, whose paths lose their first slash; `end` must follow the last one.
    /// `Sources/CEmbeddedFiles/pack` writes the same.
    static func entries(of files: [PackedFile]) -> [UInt8] {
        var archive: [UInt8] = []
        for file in files {
            archive += header(file.path, permissions: file.permissions, size: file.bytes.count)
            archive += file.bytes
            archive += padding(after: file.bytes.count)
        }
        return archive
    }

    /// What ends an archive.
    package static let end = [UInt8](repeating: 0, count: 2 * block)

    /// What stands before a file of `size` bytes, which are followed by `padding`.
    package static func header(_ path: String, permissions: String = "0644", size: Int) -> [UInt8] {
        var header =
            field(String(path.drop { $0 == "/" }), 100) + field("000\(permissions)\0", 8)
            + field("0000000\0", 8) + field("0000000\0", 8) + field(octal(size, 11) + "\0", 12)
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

    /// What fills the last block of a file of `size` bytes.
    package static func padding(after size: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: (block - size % block) % block)
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
