public import Document
import Findings

/// Fetches a model's text: the one place where the way through reads a file.
public enum ModelFile {
    /// The bytes of the file at `path`, or of standard input for `-`.
    ///
    /// - Throws: a finding where the file is missing, a directory, not permitted or too large.
    public static func bytes(at path: String) throws(UnreadableDocument) -> [UInt8] {
        do {
            if path != "-", try POSIX.kind(of: path) == .directory {
                throw UnreadableDocument(refusal(path, "\(path) is a folder; name the model's file"))
            }
            return try POSIX.contents(of: path, limit: Document.sizeLimit)
        } catch let error as UnreadableDocument {
            throw error
        } catch {
            throw UnreadableDocument(refusal(path, "\(error)"))
        }
    }

    private static func refusal(_ path: String, _ message: String) -> Finding {
        Finding(
            ReadingRule.unreadable, .error, at: .root, message,
            location: SourceLocation(file: path, line: 1, column: 1))
    }
}
