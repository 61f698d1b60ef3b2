import AddressPlan
import ClusterModel
public import Document
public import Findings
public import Rules

/// Fetches the local files that the model puts on masters.
public enum CustomFiles {
    /// Contents by the path that the model names; paths count from the model's folder.
    ///
    /// - Throws: a finding where a file cannot be read.
    public static func contents(of review: Review, besides model: String) throws(UnreadableDocument)
        -> [String: [UInt8]]
    {
        var contents: [String: [UInt8]] = [:]
        for (index, file) in review.cluster.properties.masterProfile.customFiles.enumerated() {
            guard let source = file.source else { continue }
            do {
                contents[source] = try POSIX.contents(
                    of: path(source, besides: model), limit: Document.sizeLimit)
            } catch {
                throw UnreadableDocument(
                    Finding(
                        missing, .error, at: Paths.masterProfile["customFiles"][index]["source"], "\(error)",
                        remedy: "write a path from the model's folder"))
            }
        }
        return contents
    }

    /// A file of `masterProfile.customFiles` cannot be read.
    ///
    /// The masters would come up without it. Paths are relative to the model's folder.
    ///
    /// ## Wrong
    /// `slipway generate` where `source: audit.yaml` is not beside the model.
    ///
    /// ## Right
    /// `slipway generate` with the file in its place.
    ///
    /// Severity: error.
    /// Source: docs/model-keys.md.
    public static let missing = RuleID("RD009", "CustomFileMissing")

    private static func path(_ source: String, besides model: String) -> String {
        guard !source.hasPrefix("/"), let slash = model.lastIndex(of: "/") else { return source }
        return model[...slash] + source
    }
}
