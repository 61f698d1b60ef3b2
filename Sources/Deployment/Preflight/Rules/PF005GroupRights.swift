import Findings

/// The login must be allowed everything that the deployment does in the group.
enum PF005GroupRights: PreflightRule {
    static let id = RuleID("PF005", "GroupRights")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let list = context.facts.list(.groupRights) else { return [] }
        let rights = Rights(list)
        let missing = RequiredActions.onGroup(for: context.cluster).filter { !rights.allow($0) }
        guard !missing.isEmpty else { return [] }
        return [
            Finding(
                id, .error, at: .root,
                "the login lacks \(missing.count) rights on \(context.target.groupID): \(missing.joined(separator: ", "))",
                remedy:
                    "grant the role Contributor on the resource group, or the smaller one of docs/permissions.md"
            )
        ]
    }
}
