import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkPlan

/// A subnet in which machines stand gets another prefix.
///
/// A subnet can be resized only while nothing is in it: Azure answers `InUsePrefixCannotBeDeleted`. Of a subnet that
/// belongs to somebody else the prefix is only what the model knows.
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
///     subnets:
///       - name: nodes
///         addressPrefix: 10.241.0.0/24
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/23
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
///     subnets:
///       - name: nodes
///         addressPrefix: 10.241.0.0/23
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
///     subnets:
///       - name: nodes
///         addressPrefix: 10.241.0.0/24
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Azure Virtual Network FAQ": resizing of subnets.
enum SubnetPrefixInUse: ChangeRule {
    static let id = RuleID("UP003", "SubnetPrefixInUse")

    static func changes(in context: ChangeContext) -> [Change] {
        var found: [Change] = []
        var said: Set<String> = []
        for (name, before, after) in context.keptMachines {
            guard let old = SubnetOfInterface.subnet(before, context.old),
                let new = SubnetOfInterface.subnet(after, context.new),
                SubnetOfInterface.identity(old, context.old) == SubnetOfInterface.identity(new, context.new),
                old.prefix != new.prefix
            else { continue }
            if !said.insert(new.name.lowercased()).inserted {
                if let index = found.firstIndex(where: { $0.path == path(after, context.new) }) {
                    found[index].machines.append(name)
                }
                continue
            }
            let isOwn = new.id == nil
            found.append(
                Change(
                    id, isOwn ? .impossible : .inPlace, at: path(after, context.new),
                    before: path(before, context.old), old: old.prefix.map { "\($0)" },
                    new: new.prefix.map { "\($0)" },
                    because: isOwn
                        ? "subnet \(new.name) has machines in it; Azure answers InUsePrefixCannotBeDeleted"
                        : "subnet \(new.name) belongs to somebody else; the model only knows its prefix",
                    remedy: isOwn ? "keep the prefix, and put a new pool into a subnet of its own" : nil,
                    machines: isOwn ? [name] : []))
        }
        return found + declaredOnly(context, said)
    }

    private static func path(_ demand: ProfileDemand, _ side: ClusterSide) -> ModelPath {
        demand.subnet.map { side.addresses.subnets[$0].path } ?? demand.subnetPath
    }

    /// Declared subnets in which no machines stand.
    private static func declaredOnly(_ context: ChangeContext, _ said: Set<String>) -> [Change] {
        context.keys(of: self).compactMap { key in
            guard case .index(let index)? = key.path.steps.dropLast().last else { return nil }
            let subnets = context.new.cluster.properties.networkProfile.subnets
            guard subnets.indices.contains(index), let name = subnets[index].name,
                !said.contains(name.lowercased())
            else { return nil }
            return key.change(self, .inPlace, "no machines stand in subnet \(name)")
        }
    }
}
