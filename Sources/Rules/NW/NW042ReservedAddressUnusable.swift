import AddressPlan
import Addressing
import ClusterModel
import Document
import Findings

/// The address of a private endpoint or public address cannot be had: outside its subnet, Azure's own, taken, or
/// unknown because the subnet is.
///
/// Azure answers `PrivateIPAddressNotInSubnet`, `PrivateIPAddressInReservedRange` or `PrivateIPAddressIsAllocated`
/// in the middle of the deployment.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"], privateIPAddress: 10.240.0.3}
///     egress: {type: natGateway}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"], privateIPAddress: 10.240.200.9}
///     egress: {type: natGateway}
/// ```
///
/// Source: Microsoft Learn, "Troubleshoot common Azure deployment errors".
enum ReservedAddressUnusable: Rule {
    static let id = RuleID("NW042", "ReservedAddressUnusable")

    static func findings(in context: RuleContext) -> [Finding] {
        var taken: Set<IPv4Address> = Set(context.addresses.staticBlock?.addresses ?? [])
        taken.formUnion(context.addresses.subnets.flatMap(\.inUse).compactMap(\.address))
        return context.addresses.reserved.compactMap { reserved in
            guard reserved.owner != .jumpbox,
                let subnet = reserved.subnet.map({ context.addresses.subnets[$0] })
            else { return nil }
            guard let address = reserved.address else {
                // Text that is no address is rule IP016's.
                if context.document.says(reserved.path) { return nil }
                return Finding(
                    id, .error, at: reserved.path,
                    "subnet \(subnet.name) has no free address that is known here",
                    remedy: "add privateIPAddress")
            }
            let isFree = taken.insert(address).inserted
            if let prefix = subnet.prefix, !AzureSubnet(prefix).canAssign(address) {
                return Finding(
                    id, .error, at: reserved.path,
                    "\(address) cannot be assigned in subnet \(subnet.name) (\(prefix)): it is outside, or Azure's",
                    remedy: "write an address of the subnet after its first four, or leave it to slipway")
            }
            return isFree
                ? nil
                : Finding(
                    id, .error, at: reserved.path, "\(address) is taken already",
                    remedy: "write another, or leave it to slipway")
        }
    }
}
