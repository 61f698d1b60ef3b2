import Azure
import Findings

/// Azure itself must take the template: what it refuses, it refuses now.
enum PF036Validation: PreflightRule {
    static let id = RuleID("PF036", "Validation")

    static func findings(in context: PreflightContext) -> [Finding] {
        if let failure = context.facts.failure(.validation), failure.isForbidden || failure.isNotFound {
            return []
        }
        return Validation.errors(in: context).filter { !Validation.policyCodes.contains($0.code) }.map {
            error in
            let entry = ErrorCatalogue.embedded[error.code]
            let target = error.target.map { " (\($0))" } ?? ""
            return Finding(
                id, .error, at: .root, "Azure refuses the template: \(error.code)\(target): \(error.message)",
                remedy: entry?.remedy)
        }
    }
}
