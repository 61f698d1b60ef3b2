import ArgumentParser
import ChangeReview

/// `--against`: where the running cluster's model is.
enum AgainstOption: ExpressibleByArgument {
    /// A file, or a generated folder.
    case file(String)
    /// A version of git's: the model's own path, or another one.
    case git(reference: String, path: String?)

    init?(argument: String) {
        guard argument.hasPrefix("git:") else {
            guard !argument.isEmpty else { return nil }
            self = .file(argument)
            return
        }
        let parts = argument.dropFirst("git:".count).split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let reference = parts.first, !reference.isEmpty, parts.count == 1 || !parts[1].isEmpty else {
            return nil
        }
        self = .git(reference: String(reference), path: parts.count == 2 ? String(parts[1]) : nil)
    }

    /// Whether it can be compared with one model only.
    var namesOneModel: Bool {
        switch self {
        case .file: true
        case .git(_, let path): path != nil
        }
    }
}

/// `--allow`: what a team accepts of a change.
enum AllowOption: String, Choice {
    case replaceNodes = "replace-nodes"
    case removeNodes = "remove-nodes"
    case newCluster = "new-cluster"

    /// The effect.
    var effect: ChangeEffect { ChangeEffect(rawValue: rawValue) ?? .inPlace }
}
