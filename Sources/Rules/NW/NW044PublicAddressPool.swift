import AddressPlan
import ClusterModel
import Findings

/// A public address names a pool that does not exist, a scale set, a node that the pool does not have, or more than
/// a network interface holds.
///
/// The instances of a scale set are made and removed by Azure: none of them can keep an address of its own. A
/// network interface has 256 addresses at most.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: VirtualMachineScaleSets
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"]}
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
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"]}
///     egress: {type: natGateway}
/// ```
///
/// Source: Microsoft Learn, "Networking for Virtual Machine Scale Sets"; "Networking limits".
enum PublicAddressPool: Rule {
    static let id = RuleID("NW044", "PublicAddressPool")

    private static let addressesOfNIC = 256

    static func findings(in context: RuleContext) -> [Finding] {
        var extra: [String: Int] = [:]
        return context.properties.networkProfile.publicAddresses.enumerated().compactMap { index, address in
            guard let name = address.pool else { return nil }
            let path = Paths.networkProfile["publicAddresses"][index]
            let place = context.properties.agentPoolProfiles.firstIndex {
                $0.name?.lowercased() == name.lowercased()
            }
            guard let place else {
                let known = context.properties.agentPoolProfiles.compactMap(\.name)
                return Finding(
                    id, .error, at: path["pool"], "there is no pool \"\(name)\"",
                    remedy: Spelling.nearest(to: name, among: known).map { "write \($0)" })
            }
            let pool = context.properties.agentPoolProfiles[place]
            if pool.machine.availabilityProfile != .availabilitySet {
                return Finding(
                    id, .error, at: path["pool"],
                    "pool \(name) is a scale set, whose instances keep no address of their own",
                    remedy: "give the pool availabilityProfile: AvailabilitySet, or name one that has it")
            }
            if let count = pool.count, address.node >= count {
                return Finding(
                    id, .error, at: path["node"],
                    "pool \(name) has no node \(address.node); it has \(count), from 0",
                    remedy: "write \(max(0, count - 1)) or less")
            }
            extra["\(place) \(address.node)", default: 0] += 1
            let addresses =
                context.addresses.profiles[place + 1].ipAddressCount
                + (extra["\(place) \(address.node)"] ?? 0)
            guard addresses > addressesOfNIC else { return nil }
            return Finding(
                id, .error, at: path,
                "node \(address.node) of pool \(name) would have \(addresses) addresses; a network interface has \(addressesOfNIC)",
                remedy: "lower the pool's ipAddressCount, or name another node")
        }
    }
}
