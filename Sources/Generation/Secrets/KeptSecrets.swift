public import Document
import Findings

/// The secrets of a generated folder: `secrets/`, by path below it.
///
/// They are made once and used again by every later `generate`, or a running cluster would get another CA.
public struct KeptSecrets: Sendable {
    /// The files' texts by path below `secrets/`.
    public var files: [String: String] = [:]

    /// The folder's name.
    static let folder = "secrets"
    /// Larger than any secret.
    private static let sizeLimit = 1 << 20
    /// Deeper than any secret.
    private static let depthLimit = 6

    /// No secrets: all are made.
    public init() {}

    /// Those of the folder at `output`, else those beside the model where it is the `apimodel.json` of a folder.
    ///
    /// - Throws: a finding where they are there and cannot be read: to make others instead would cut off a cluster.
    public init(output: String?, model: String?) throws(UnreadableDocument) {
        if let output { try read(below: output) }
        guard files.isEmpty, let model, model == "apimodel.json" || model.hasSuffix("/apimodel.json") else {
            return
        }
        let parent = String(model.dropLast("apimodel.json".count))
        try read(below: parent.isEmpty ? "." : parent)
    }

    private mutating func read(below parent: String) throws(UnreadableDocument) {
        let root = parent.hasSuffix("/") ? parent + Self.folder : "\(parent)/\(Self.folder)"
        do {
            guard try POSIX.kind(of: root) == .directory else { return }
            try read(root, below: "", depth: 0)
        } catch {
            throw UnreadableDocument(
                Finding(
                    ReadingRule.unreadable, .error, at: .root,
                    "the cluster's secrets cannot be read: \(error)",
                    remedy: "mend the rights of \(root), or name another folder",
                    location: SourceLocation(file: root, line: 1, column: 1)))
        }
    }

    private mutating func read(_ folder: String, below prefix: String, depth: Int) throws(SystemError) {
        guard depth < Self.depthLimit else { return }
        for (name, kind) in try POSIX.entries(in: folder) {
            switch kind {
            case .directory: try read("\(folder)/\(name)", below: "\(prefix)\(name)/", depth: depth + 1)
            case .file:
                let bytes = try POSIX.contents(of: "\(folder)/\(name)", limit: Self.sizeLimit)
                files[prefix + name] = String(decoding: bytes, as: UTF8.self)
            default: break
            }
        }
    }

    /// The files below `folder`, by path from there.
    func files(below folder: String) -> [String: String] {
        var found: [String: String] = [:]
        for (path, text) in files where path.hasPrefix("\(folder)/") {
            found[String(path.dropFirst(folder.count + 1))] = text
        }
        return found
    }
}
