import AddressPlan
import Findings
import NetworkPlan

/// The subnet should have the addresses free that the cluster takes while it is upgraded.
enum PF016SubnetPeak: PreflightRule {
    static let id = RuleID("PF016", "SubnetPeak")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.subnets.compactMap { subnet in
            guard let live = context.live(subnet.id),
                let room = SubnetRoom(live, context, network: subnet.id.virtualNetworkID),
                room.free >= subnet.plan.needed, room.free < subnet.plan.peak
            else { return nil }
            return Finding(
                id, .warning, at: subnet.path,
                "the subnet \(subnet.plan.name) has no room for an upgrade: \(subnet.plan.peak) addresses at the peak, "
                    + room.words,
                remedy: "free \(subnet.plan.peak - room.free) addresses before the first upgrade")
        }
    }
}
