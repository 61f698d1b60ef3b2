import AddressPlan
import Addressing
import Findings

/// Two different subnets share addresses.
///
/// Azure refuses the second one with `NetcfgSubnetRangesOverlap`. Subnets that are only declared count, too.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/24
///       ipAddressCount: 5
///       maxSurge: 1
///     - name: batch
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.128/25
///       ipAddressCount: 5
///       maxSurge: 1
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/24
///       ipAddressCount: 5
///       maxSurge: 1
///     - name: batch
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.1.0/25
///       ipAddressCount: 5
///       maxSurge: 1
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Source: Microsoft Learn, "Azure Virtual Network FAQ".
enum SubnetOverlap: Rule {
    static let id = RuleID("IP003", "SubnetOverlap")

    static func findings(in context: RuleContext) -> [Finding] {
        let known = context.addresses.subnets.compactMap { subnet in subnet.prefix.map { (subnet, $0) } }
        let sorted = known.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(
            \.element)
        var findings: [Finding] = []
        // In order of the first address, the one that reaches furthest so far is the only one to compare with.
        var furthest: (SubnetDemand, IPv4Prefix)?
        for (subnet, prefix) in sorted {
            if let (other, otherPrefix) = furthest, otherPrefix.last >= prefix.first {
                findings.append(
                    Finding(
                        id, .error, at: subnet.path,
                        "subnet \(label(subnet, prefix)) shares addresses with subnet \(label(other, otherPrefix))",
                        remedy: "give one of the two a prefix of its own"))
                if otherPrefix.last >= prefix.last { continue }
            }
            furthest = (subnet, prefix)
        }
        return findings
    }

    private static func label(_ subnet: SubnetDemand, _ prefix: IPv4Prefix) -> String {
        subnet.name == "\(prefix)" ? "\(prefix)" : "\(subnet.name) (\(prefix))"
    }
}
