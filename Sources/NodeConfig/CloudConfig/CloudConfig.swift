/// The little of cloud-init's language that machines need, as YAML.
///
/// Source: cloud-init documentation, "Module reference"; files come last because the deployment appends to the last one.
struct CloudConfig {
    /// Whether packages are brought up to date at the first boot.
    var upgradesPackages: Bool
    /// Commands at the first boot, after the files were written.
    var commands: [[String]]
    /// The files.
    var files: [WrittenFile]

    /// The text up to the last of `files`.
    var text: String {
        var lines = "#cloud-config\n"
        lines += "package_upgrade: \(upgradesPackages)\n"
        lines += "runcmd:\n"
        for command in commands {
            lines += "  - [\(command.map(Self.quoted).joined(separator: ", "))]\n"
        }
        lines += "write_files:\n"
        return lines + files.map(Self.entry).joined()
    }

    /// One entry of `write_files`.
    static func entry(_ file: WrittenFile) -> String {
        switch file.content {
        case .text(let bytes):
            guard let block = literal(bytes) else {
                return entry(WrittenFile(file.path, file.permissions, bytes: bytes))
            }
            return head(file.path, file.permissions) + "    content: |\n" + block
        case .bytes(let bytes):
            return encodedHead(file.path, file.permissions) + Base64.text(of: bytes) + "\n"
        case .gzipped(let bytes):
            return head(file.path, file.permissions) + "    encoding: gz+b64\n    content: "
                + Base64.text(of: bytes) + "\n"
        }
    }

    /// An entry in base64 whose content is still to follow.
    static func encodedHead(_ path: String, _ permissions: String) -> String {
        head(path, permissions) + "    encoding: b64\n    content: "
    }

    private static func head(_ path: String, _ permissions: String) -> String {
        "  - path: \(quoted(path))\n    permissions: '\(permissions)'\n"
    }

    /// A single-quoted YAML scalar. Paths and commands are one line of printable text.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// A literal block, or nil if the text would not come back byte by byte: it must be printable ASCII with one line feed
    /// at its end, and begin with no blank.
    private static func literal(_ bytes: [UInt8]) -> String? {
        guard let first = bytes.first, first != 0x20, first != 0x0A, bytes.last == 0x0A,
            bytes.dropLast().last != 0x0A,
            bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A })
        else { return nil }
        let indentation = [UInt8](repeating: UInt8(ascii: " "), count: 6)
        var block: [UInt8] = []
        for line in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !line.isEmpty { block += indentation + line }
            block.append(0x0A)
        }
        return String(decoding: block, as: UTF8.self)
    }
}
