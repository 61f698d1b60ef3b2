import AddressPlan
import ClusterModel
import Findings

/// An identity is named, but the model does not use managed identities.
///
/// Source: aks-engine, validation of `userAssignedID`.
enum UserAssignedIdentity: Rule {
    static let id = RuleID("ID006", "UserAssignedIdentity")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.kubernetesConfig.safety.userAssignedID != nil, !context.usesManagedIdentity else {
            return []
        }
        return [
            Finding(
                id, .error, at: Paths.kubernetesConfig["userAssignedID"],
                "userAssignedID needs useManagedIdentity",
                remedy: "add useManagedIdentity: true, or remove userAssignedID")
        ]
    }
}
