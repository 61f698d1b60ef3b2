import ClusterModel
import Document
import Findings
import Generation

/// A file of public keys, such as `id_ed25519.pub` or `authorized_keys`.
enum PublicKeyFile {
    /// Its keys, a line each.
    ///
    /// - Throws: if it cannot be read, holds a private key (of which nothing is repeated), or holds none.
    static func keys(in path: String) throws -> [String] {
        let text = String(decoding: try ModelFile.bytes(at: path), as: UTF8.self)
        if text.holdsPrivateKey {
            throw refusal(path, "this is a private key; name the file of its public half, \(path).pub")
        }
        let lines = text.split(whereSeparator: \.isNewline).map(Self.trimmed).filter {
            !$0.isEmpty && !$0.hasPrefix("#")
        }
        if lines.isEmpty { throw refusal(path, "there is no public key in it") }
        return lines
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line
        while line.first?.isWhitespace == true { line.removeFirst() }
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }

    private static func refusal(_ path: String, _ message: String) -> UnreadableDocument {
        UnreadableDocument(
            Finding(
                ReadingRule.unreadable, .error, at: .root, message,
                location: SourceLocation(file: path, line: 1, column: 1)))
    }
}
