import AddressPlan
import Findings
import NetworkPlan

/// The template gives the cluster's identity its roles, so the login must be allowed to do that.
enum PF007RoleAssignmentRights: PreflightRule {
    static let id = RuleID("PF007", "RoleAssignmentRights")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard case .managedIdentity = context.plan.identity else { return [] }
        let action = RequiredActions.assignRoles
        var scopes: [(String, Rights)] = []
        if let list = context.facts.list(.groupRights) {
            scopes.append((context.target.groupID, Rights(list)))
        }
        for subnet in context.subnets {
            if let list = context.facts.list(.subnetRights(subnet.id.text)) {
                scopes.append((subnet.id.text, Rights(list)))
            }
        }
        return scopes.filter { !$0.1.allow(action) }.map { scope, _ in
            Finding(
                id, .error, at: .root,
                "the login lacks \(action) on \(scope), where the cluster's identity gets a role",
                remedy:
                    "grant the role Role Based Access Control Administrator there, or name an identity that has its roles "
                    + "with kubernetesConfig.userAssignedID")
        }
    }
}
