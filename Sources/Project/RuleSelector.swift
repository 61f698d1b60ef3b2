public import Findings

/// One rule, by its id, or a family of rules, by its two letters.
public struct RuleSelector: Sendable, Hashable {
    private let text: String

    /// The rules that `text` means; nil if it is neither an id nor a family.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2 || bytes.count == 5,
            bytes.prefix(2).allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }),
            bytes.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.text = text.uppercased()
    }

    /// Whether rules about changes are meant, which speak only where two models are compared.
    var isAboutChanges: Bool { text.hasPrefix("UP") }

    /// Whether `rule` is meant.
    public func selects(_ rule: RuleID) -> Bool { rule.id.hasPrefix(text) }
}
