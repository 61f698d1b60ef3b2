internal import EmbeddedFiles

/// What keys mean, in the words of the doc comments of the model's types: `apimodels/key-descriptions.tsv`, which
/// `make embed` writes.
struct KeyDescriptions {
    private var texts: [String: String] = [:]

    /// The table that is part of the program.
    init() {
        let bytes = EmbeddedFile.bytes(at: "apimodels/key-descriptions.tsv") ?? []
        for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard cells.count == 3 else { continue }
            texts["\(cells[0]).\(cells[1])"] = cells[2]
        }
    }

    /// What `key` of the type `owner` means; without a key, what the type is.
    subscript(owner: String, key: String = "") -> String? { texts["\(owner).\(key)"] }
}
