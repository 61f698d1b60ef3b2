public import Document

/// The one layout of model files, which `slipway fmt` gives them. It changes white space only: the document, its comments,
/// the order of keys and the spelling of every value stay.
public enum ModelLayout {
    /// Columns up to which a list or object that stood on one line stays on one.
    static let width = 120

    /// The text could not be laid out without changing what it says: an error of slipway's. The file should stay as it is.
    public struct Failure: Error {}

    /// The text of `document`, which has no `--set` assignments, in its layout.
    ///
    /// - Throws: ``Failure``.
    public static func bytes(of document: Document) throws(Failure) -> [UInt8] {
        guard let even = try? Document(reading: withEvenLineEnds(document.text.bytes), file: document.file)
        else {
            throw Failure()
        }
        let bytes = even.isJSON ? JSONLayout.bytes(of: even) : YAMLLayout.bytes(of: even)
        guard let again = try? Document(reading: bytes, file: document.file),
            again.root.hasSameContent(as: document.root)
        else { throw Failure() }
        return bytes
    }

    /// `text` with a line feed for each line end of other systems.
    private static func withEvenLineEnds(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\r")) else { return text }
        var result: [UInt8] = []
        for (offset, byte) in text.enumerated() {
            if byte != UInt8(ascii: "\r") {
                result.append(byte)
            } else if offset + 1 == text.count || text[offset + 1] != UInt8(ascii: "\n") {
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }
}
