import Document
public import Findings

/// What slipway does with a key.
public enum KeyEffect: Sendable {
    /// It has its effect.
    case honoured
    /// Accepted; when the trigger holds, a warning says why it has no effect.
    case ignored(Trigger, because: String)
    /// When the trigger holds, an error says why.
    case refused(Trigger, RuleID, because: String)

    /// When a key that is not simply honoured is spoken about.
    public enum Trigger: Sendable {
        /// Whenever it says more than null, false, 0, "" or nothing.
        case said
        /// When it is `false`.
        case isFalse
        /// When it is a text other than these.
        case otherThan([String])
        /// When it is one of these texts.
        case anyOf([String])

        func holds(for node: Node) -> Bool {
            switch self {
            case .said: !node.isZero
            case .isFalse: node.content == .bool(false)
            case .otherThan(let words): node.string.map { !$0.isEmpty && !words.contains($0) } ?? false
            case .anyOf(let words): node.string.map { words.contains($0) } ?? false
            }
        }
    }

    func report(_ node: Node, key: String, isSecret: Bool, at path: ModelPath, into reading: inout Reading) {
        let value = isSecret ? nil : node.string ?? node.scalarText
        let said = value.map { "\(key) \"\($0)\"" } ?? key
        switch self {
        case .honoured: break
        case .ignored(let trigger, let reason):
            guard trigger.holds(for: node) else { return }
            reading.report(
                Finding(
                    ModelRule.noEffect, .warning, at: path, "\(said) has no effect: \(reason)",
                    remedy: "remove \(key)", fix: .safe(.remove(path))))
        case .refused(let trigger, let rule, let reason):
            guard trigger.holds(for: node) else { return }
            reading.report(
                Finding(rule, .error, at: path, "\(said) is refused: \(reason)", remedy: "remove \(key)"))
        }
    }
}
