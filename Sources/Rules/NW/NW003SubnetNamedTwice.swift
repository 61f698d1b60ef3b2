import AddressPlan
import ClusterModel
import Findings

/// A profile names both an existing subnet and one that slipway should make.
///
/// Source: docs/address-plan.md.
enum SubnetNamedTwice: Rule {
    static let id = RuleID("NW003", "SubnetNamedTwice")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard machine.subnet != nil, machine.vnetSubnetID != nil else { return nil }
            return Finding(
                id, .error, at: path["subnet"], "subnet and vnetSubnetID are both given; exactly one counts",
                remedy: "remove subnet to use the existing one")
        }
    }
}
