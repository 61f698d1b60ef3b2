import AddressPlan
import Document
import Findings

/// More than 256 addresses on a machine.
///
/// Azure refuses the machine's network interface.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 257
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 31
/// ```
///
/// Source: Microsoft Learn, "Azure subscription and service limits": private IP addresses per network interface.
enum NICAddresses: Rule {
    static let id = RuleID("LM004", "NicAddresses")
    /// Addresses of a network interface.
    static let limit = 256

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.profiles.compactMap { profile in
            guard profile.ipAddressCount > limit,
                context.document.says(profile.path["ipAddressCount"]) || profile.maxPods <= PodsPerNode.limit
            else { return nil }
            return Finding(
                id, .error, at: profile.path["ipAddressCount"],
                "\(profile.ipAddressCount) addresses on each machine of \(profile.name); a network interface has "
                    + "\(limit) at most",
                remedy: "write \(limit) or less; 251 are enough for 250 pods")
        }
    }
}
