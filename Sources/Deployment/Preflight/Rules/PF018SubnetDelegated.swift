import Findings
import NetworkPlan

/// A delegated subnet takes only the resources of the service that it is delegated to.
enum PF018SubnetDelegated: PreflightRule {
    static let id = RuleID("PF018", "SubnetDelegated")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.subnets.compactMap { subnet in
            guard let service = context.live(subnet.id)?.delegation else { return nil }
            return Finding(
                id, .error, at: subnet.path,
                "the subnet \(subnet.plan.name) is delegated to \(service), so machines cannot join it",
                remedy: "name a subnet without delegation")
        }
    }
}
