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

    /// Where the page of the rule `id` stands in the project's repository.
    public static func path(of id: String) -> String { "\(folder)\(id).md" }
}
