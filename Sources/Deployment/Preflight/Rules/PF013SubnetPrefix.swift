import Findings
import NetworkPlan

/// A subnet must have the prefix that the model says of it.
enum PF013SubnetPrefix: PreflightRule {
    static let id = RuleID("PF013", "SubnetPrefix")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.subnets.compactMap { subnet in
            guard let said = subnet.plan.prefix, let live = context.live(subnet.id), !live.prefixes.isEmpty,
                !live.prefixes.contains(said)
            else { return nil }
            let shown = live.prefixes.map { "\($0)" }.joined(separator: ", ")
            return Finding(
                id, .error, at: subnet.path,
                "the subnet \(subnet.plan.name) has the prefix \(shown), the model says \(said)",
                remedy: "set its addressPrefix to \(shown)")
        }
    }
}
