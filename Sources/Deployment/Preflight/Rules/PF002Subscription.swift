import AddressPlan
import Azure
import Findings
import JSONText
import NetworkPlan

/// The subscription must be there, be enabled, and be the one of the VNet.
enum PF002Subscription: PreflightRule {
    static let id = RuleID("PF002", "Subscription")

    static func findings(in context: PreflightContext) -> [Finding] {
        let subscription = context.target.subscription
        if let failure = context.facts.failure(.subscription) {
            guard failure.isNotFound || failure.isForbidden || failure.refusal != nil else { return [] }
            return [
                Finding(
                    id, .error, at: .root,
                    "the subscription \(subscription) cannot be read by this login: \(failure)",
                    remedy: "check --subscription, and that the login belongs to its tenant and cloud")
            ]
        }
        var findings: [Finding] = []
        if let state = context.facts.body(.subscription)?["state"]?.string,
            !["enabled", "warned"].contains(state.lowercased())
        {
            findings.append(
                Finding(
                    id, .error, at: .root,
                    "the subscription \(subscription) is \(state), so nothing can be made in it",
                    remedy: "have it enabled, or name another one with --subscription"))
        }
        for subnet in context.subnets where subnet.id.subscription.lowercased() != subscription.lowercased() {
            findings.append(
                Finding(
                    id, .error, at: subnet.path,
                    "the subnet \(subnet.plan.name) is in the subscription \(subnet.id.subscription), the cluster goes to "
                        + "\(subscription); machines join only networks of their own subscription",
                    remedy:
                        "deploy with --subscription \(subnet.id.subscription), or name a subnet of \(subscription)"
                ))
        }
        return findings
    }
}
