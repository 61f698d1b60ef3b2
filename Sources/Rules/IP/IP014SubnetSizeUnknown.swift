import AddressPlan
import Findings

/// The prefix of an existing subnet is not known here, so its room cannot be judged.
///
/// `slipway deploy` asks Azure. Declaring the prefix in `networkProfile.subnets` lets `validate` judge it, too.
///
/// Source: docs/address-plan.md.
enum SubnetSizeUnknown: Rule {
    static let id = RuleID("IP014", "SubnetSizeUnknown")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.subnets.enumerated().compactMap { index, subnet in
            guard case .existing = subnet.origin, subnet.prefix == nil,
                let profile = context.addresses.profiles.first(where: { $0.subnet == index })
            else { return nil }
            return Finding(
                id, .info, at: profile.subnetPath,
                "the prefix of subnet \(subnet.name) is not known here: \(subnet.needed) addresses are needed, "
                    + "\(subnet.peak) during an upgrade",
                remedy: "declare it: networkProfile.subnets: [{name: \(subnet.name), addressPrefix: …}]")
        }
    }
}
