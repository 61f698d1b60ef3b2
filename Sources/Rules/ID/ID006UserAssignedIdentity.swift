import AddressPlan
import ClusterModel
import Findings

/// An identity is named, but the model does not use managed identities.
///
/// The machines would carry an identity that nothing uses, and the cluster would look for a service principal
/// instead.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: false
///       userAssignedID: shop-nodes
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: true
///       userAssignedID: shop-nodes
/// ```
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
