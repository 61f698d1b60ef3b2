import AddressPlan
import Findings
import NetworkPlan

/// A managed identity that the model names must be there.
enum PF035IdentityMissing: PreflightRule {
    static let id = RuleID("PF035", "IdentityMissing")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard case .existingManagedIdentity(let identity) = context.plan.identity,
            context.facts.isMissing(.identity(identity))
        else { return [] }
        return [
            Finding(
                id, .error, at: Paths.kubernetesConfig["userAssignedID"],
                "there is no managed identity \(identity)",
                remedy: "correct the id, or leave it out and let the template make one")
        ]
    }
}
