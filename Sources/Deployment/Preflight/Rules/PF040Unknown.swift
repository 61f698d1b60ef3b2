import Azure
import Findings

/// What Azure does not tell is said, so that nobody takes silence for consent.
enum PF040Unknown: PreflightRule {
    static let id = RuleID("PF040", "Unknown")

    static func findings(in context: PreflightContext) -> [Finding] {
        var findings: [Finding] = []
        for key in context.facts.keys {
            guard let failure = context.facts.failure(key), !failure.isNotFound, key != .subscription else {
                continue
            }
            // A refused template is no unknown one: other rules speak of it.
            if key == .validation, !failure.isForbidden, failure.refusal.map({ $0.status < 500 }) ?? false {
                continue
            }
            let right = key.right
            findings.append(
                Finding(
                    id, .warning, at: .root, "\(key.title) could not be checked: \(failure)",
                    remedy: failure.isForbidden ? "grant \(right.action): \(right.role)" : nil))
        }
        return findings
    }
}
