/// A file that cloud-init puts on a machine.
struct WrittenFile {
    /// Its absolute path.
    var path: String
    /// Its permissions as four octal digits.
    var permissions = "0644"
    /// What it holds.
    var content: Content

    enum Content {
        /// A static text of ours, which is written so that people can read it.
        case text([UInt8])
        /// Anything else, user text included: base64.
        case bytes([UInt8])
        /// A compressed file, in base64. cloud-init writes it decompressed.
        case gzipped([UInt8])
    }

    /// The same for an archive; nil for what is an archive itself.
    var packed: PackedFile? {
        switch content {
        case .text(let bytes), .bytes(let bytes):
            PackedFile(path: path, permissions: permissions, bytes: bytes)
        case .gzipped: nil
        }
    }

    init(_ path: String, _ permissions: String = "0644", text: [UInt8]) {
        self.path = path
        self.permissions = permissions
        content = .text(text)
    }

    init(_ path: String, _ permissions: String = "0644", bytes: [UInt8]) {
        self.path = path
        self.permissions = permissions
        content = .bytes(bytes)
    }

    init(_ path: String, _ permissions: String, gzipped bytes: [UInt8]) {
        self.path = path
        self.permissions = permissions
        content = .gzipped(bytes)
    }
}
