import AddressPlan
import Addressing
import Findings

/// A subnet lies in none of the VNet's ranges.
///
/// Azure answers `NetcfgInvalidSubnet`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.7.0.0/24
///       ipAddressCount: 31
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
///       ipAddressCount: 31
///       maxSurge: 1
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Source: Microsoft Learn, "Azure Virtual Network FAQ".
enum SubnetOutsideVNet: Rule {
    static let id = RuleID("IP008", "SubnetOutsideVNet")

    static func findings(in context: RuleContext) -> [Finding] {
        let ranges = context.addresses.vnet.compactMap(\.prefix)
        guard !ranges.isEmpty else { return [] }
        let list = ranges.map { "\($0)" }.joined(separator: ", ")
        return context.addresses.subnets.compactMap { subnet in
            guard let prefix = subnet.prefix, !ranges.contains(where: { $0.contains(prefix) }) else {
                return nil
            }
            return Finding(
                id, .error, at: subnet.path, "subnet \(prefix) is not in the VNet's address space \(list)",
                remedy: "add its range to networkProfile.vnet.addressSpace, or choose a prefix within \(list)"
            )
        }
    }
}
