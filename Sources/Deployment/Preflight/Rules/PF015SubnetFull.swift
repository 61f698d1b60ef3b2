import AddressPlan
import Findings
import NetworkPlan

/// The subnet must have the addresses free that the cluster takes now.
enum PF015SubnetFull: PreflightRule {
    static let id = RuleID("PF015", "SubnetFull")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.subnets.compactMap { subnet in
            guard let live = context.live(subnet.id),
                let room = SubnetRoom(live, context, network: subnet.id.virtualNetworkID),
                room.free < subnet.plan.needed
            else { return nil }
            return Finding(
                id, .error, at: subnet.path,
                "the subnet \(subnet.plan.name) has too few free addresses: \(subnet.plan.needed) are needed, \(room.words)",
                remedy:
                    "free \(subnet.plan.needed - room.free) addresses, lower the pools' counts or maxPods, or name another "
                    + "subnet (slipway subnets --vnet \(subnet.id.virtualNetworkID))")
        }
    }
}
