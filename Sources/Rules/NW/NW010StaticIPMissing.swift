import AddressPlan
import ClusterModel
import Findings

/// An existing subnet without `firstConsecutiveStaticIP`: nobody but its owner knows which addresses are free.
///
/// Source: acs-engine, validation of `vnetSubnetID`.
enum StaticIPMissing: Rule {
    static let id = RuleID("NW010", "StaticIPMissing")

    static func findings(in context: RuleContext) -> [Finding] {
        let profile = context.properties.masterProfile
        guard profile.machine.vnetSubnetID != nil, profile.firstConsecutiveStaticIP == nil else { return [] }
        let path = Paths.masterProfile["firstConsecutiveStaticIP"]
        let count = profile.count ?? 1
        return [
            Finding(
                id, .error, at: path,
                "firstConsecutiveStaticIP is missing: in an existing subnet the masters need \(count) addresses of "
                    + "their own that stay, and the load balancer one",
                remedy: "ask the network team for them, and add firstConsecutiveStaticIP")
        ]
    }
}
