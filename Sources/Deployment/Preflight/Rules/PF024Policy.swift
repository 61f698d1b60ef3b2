import Azure
import Findings

/// No policy and no lock may forbid what the template makes.
enum PF024Policy: PreflightRule {
    static let id = RuleID("PF024", "Policy")

    static func findings(in context: PreflightContext) -> [Finding] {
        Validation.errors(in: context).filter { Validation.policyCodes.contains($0.code) }.map { error in
            let what = error.target.map { " \($0)" } ?? ""
            let policies = error.policies.isEmpty ? "" : " (\(error.policies.joined(separator: ", ")))"
            return Finding(
                id, .error, at: .root,
                error.code == "ScopeLocked"
                    ? "a lock forbids to change\(what): \(error.message)"
                    : "a policy\(policies) forbids\(what): \(error.message)",
                remedy: error.code == "ScopeLocked"
                    ? "have the lock removed for the deployment"
                    : "meet the policy, or have an exemption made")
        }
    }
}
