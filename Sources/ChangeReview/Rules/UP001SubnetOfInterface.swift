import AddressPlan
import Addressing
import Findings
import NetworkPlan

/// Masters or a pool would stand in another subnet, or in one with another name.
///
/// The subnet of a network interface cannot change while a machine has it: Azure answers `PropertyChangeNotAllowed`. The
/// one subnet of a VNet of slipway's own is called `NAME-subnet`, those of several by their prefixes, so a second subnet
/// renames the first unless `networkProfile.subnets` declares its name.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/24
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.242.0.0/23
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
///     - name: more
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.242.0.0/23
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Severity: error.
/// Source: Microsoft Learn, "Resolve errors for resource property changes": PropertyChangeNotAllowed.
enum SubnetOfInterface: ChangeRule {
    static let id = RuleID("UP001", "SubnetOfInterface")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keptMachines.compactMap { name, before, after in
            guard let old = subnet(before, context.old), let new = subnet(after, context.new),
                identity(old, context.old) != identity(new, context.new)
            else { return nil }
            return Change(
                id, .impossible, at: after.subnetPath, before: before.subnetPath, old: words(old),
                new: words(new),
                because: reason(old, new), remedy: remedy(name, old, new), machines: [name])
        }
    }

    /// The subnet in which a profile stands.
    static func subnet(_ demand: ProfileDemand, _ side: ClusterSide) -> SubnetPlan? {
        guard let index = demand.subnet, side.plan.network.subnets.indices.contains(index) else { return nil }
        return side.plan.network.subnets[index]
    }

    /// What Azure knows a subnet by. One that is called after its cluster is the same in a cluster of another name, which
    /// rule UP007 speaks about.
    static func identity(_ subnet: SubnetPlan, _ side: ClusterSide) -> String {
        if let id = subnet.id { return id.text.lowercased() }
        return subnet.name == "\(side.plan.name)-subnet" ? "-subnet" : subnet.name.lowercased()
    }

    private static func words(_ subnet: SubnetPlan) -> String {
        subnet.id?.text ?? "\(subnet.name)\(subnet.prefix.map { " (\($0))" } ?? "")"
    }

    private static func reason(_ old: SubnetPlan, _ new: SubnetPlan) -> String {
        let fixed = "Azure keeps a network interface in its subnet (PropertyChangeNotAllowed)"
        guard old.id == nil, new.id == nil, old.prefix == new.prefix, let prefix = old.prefix else {
            return fixed
        }
        return "subnet \(prefix) would get another name, \(new.name); \(fixed)"
    }

    private static func remedy(_ machines: String, _ old: SubnetPlan, _ new: SubnetPlan) -> String {
        if old.id == nil, new.id == nil, old.prefix == new.prefix, let prefix = old.prefix {
            return
                "declare the name that it has: networkProfile.subnets: [{name: \(old.name), addressPrefix: \(prefix)}]"
        }
        return machines == ClusterSide.masters
            ? "keep the masters in \(old.name)" : Reasons.newPool(machines)
    }
}
