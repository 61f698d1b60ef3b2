internal import EmbeddedFiles

/// The manual of all rules, which is part of the program.
public enum RuleManual {
    private static let folder = "docs/rules/"

    /// All pages, in order of id.
    public static var pages: [RulePage] {
        EmbeddedFile.all.filter { $0.path.hasPrefix(folder) }.compactMap {
            RulePage(String(decoding: $0.bytes, as: UTF8.self))
        }
    }

    /// The page of the rule `id`, without regard to case, nil if there is none.
    public static func page(of id: String) -> RulePage? {
        EmbeddedFile.bytes(at: "\(folder)\(id.uppercased()).md").flatMap {
            RulePage(String(decoding: $0, as: UTF8.self))
        }
    }

    /// What the rule `id` checks, as its page says it. The rest of the page is not looked at.
    public static func summary(of id: String) -> String? {
        guard let bytes = EmbeddedFile.bytes(at: "\(folder)\(id).md") else { return nil }
        let lines = bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: 12, omittingEmptySubsequences: false)
        let summary = lines.dropFirst(RulePage.linesBeforeSummary).prefix { !$0.isEmpty }
        return String(decoding: Array(summary.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }

    /// Where the page of the rule `id` stands in the project's repository.
    public static func path(of id: String) -> String { "\(folder)\(id).md" }
}
