import AddressPlan
import Findings

/// The login must be allowed to let machines join the network team's subnets.
enum PF006SubnetRights: PreflightRule {
    static let id = RuleID("PF006", "SubnetRights")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.subnets.compactMap { subnet in
            guard let list = context.facts.list(.subnetRights(subnet.id.text)) else { return nil }
            let rights = Rights(list)
            let missing = RequiredActions.onSubnet.filter { !rights.allow($0) }
            guard !missing.isEmpty else { return nil }
            return Finding(
                id, .error, at: subnet.path,
                "the login lacks \(missing.joined(separator: " and ")) on \(subnet.id.text)",
                remedy:
                    "ask its owner for the role Network Contributor on exactly this subnet, or for a role with these actions"
            )
        }
    }
}
