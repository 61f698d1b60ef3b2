import AddressPlan
import NetworkPlan

/// The addresses of a subnet before a change, while it is made, and afterwards.
public struct AddressesOfChange: Sendable, Hashable {
    /// The subnet's name in Azure.
    public let subnet: String
    /// Its name in the address plan.
    let demandName: String
    /// Addresses that can be assigned, nil where the prefix is not known.
    public let usable: Int?
    /// Addresses that the running cluster takes.
    public let before: Int
    /// The most while the change is made.
    public let during: Int
    /// Addresses that the new cluster takes.
    public let after: Int
    /// The groups of machines in it.
    let machines: [String]

    /// The subnets of both sides, those of the new one first.
    static func all(_ context: ChangeContext, _ changes: [Change]) -> [AddressesOfChange] {
        let replaced = Set(changes.filter { $0.effect == .replacesNodes }.flatMap(\.machines))
        var names: [String] = []
        for side in [context.new, context.old] {
            for subnet in side.plan.network.subnets {
                let name = SubnetOfInterface.identity(subnet, side)
                if !names.contains(name) { names.append(name) }
            }
        }
        return names.compactMap { row($0, context, replaced) }
    }

    private static func row(_ name: String, _ context: ChangeContext, _ replaced: Set<String>)
        -> AddressesOfChange?
    {
        let (old, new) = (Stand(name, context.old), Stand(name, context.new))
        guard let subnet = new.subnet ?? old.subnet else { return nil }
        let groups = (new.groups.map(\.name) + old.groups.map(\.name)).reduce(into: [String]()) {
            names, name in
            if !names.contains(name) { names.append(name) }
        }
        let machines = groups.reduce(0) { (sum: Int, name: String) -> Int in
            let before = old.groups.first { $0.name == name }
            let after = new.groups.first { $0.name == name }
            let each = max(before?.ipAddressCount ?? 0, after?.ipAddressCount ?? 0)
            let most = max(before?.needed ?? 0, after?.needed ?? 0)
            guard replaced.contains(name), let after, after.owner != .masters else { return sum + most }
            // A surge is never larger than the pool.
            return sum + most + min(after.maxSurge, max(1, after.count)) * each
        }
        return AddressesOfChange(
            subnet: subnet.name, demandName: new.demand?.name ?? old.demand?.name ?? subnet.name,
            usable: subnet.usable, before: old.demand?.needed ?? 0,
            during: machines + max(old.others, new.others), after: new.demand?.needed ?? 0, machines: groups)
    }

    /// What one side has in a subnet.
    private struct Stand {
        var subnet: SubnetPlan?
        var demand: SubnetDemand?
        var groups: [ProfileDemand] = []

        init(_ name: String, _ side: ClusterSide) {
            let subnets = side.plan.network.subnets
            guard let index = subnets.firstIndex(where: { SubnetOfInterface.identity($0, side) == name })
            else {
                return
            }
            subnet = subnets[index]
            demand = side.addresses.subnets[index]
            groups = side.addresses.profiles.filter { $0.subnet == index }
        }

        /// Addresses of the load balancer, of endpoints and services.
        var others: Int { (demand?.needed ?? 0) - groups.reduce(0) { $0 + $1.needed } }
    }
}
