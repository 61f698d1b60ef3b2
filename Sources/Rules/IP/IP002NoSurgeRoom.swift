import AddressPlan
import Findings

/// A subnet has room for the cluster, but not for the nodes that an upgrade adds before it takes old ones away.
///
/// The upgrade then stops half-way with `SubnetIsFull`. With `--strict` this is an error.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 8
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
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 8
///       vmSize: Standard_D4s_v5
///       subnet: 10.241.0.0/23
///       ipAddressCount: 31
///       maxSurge: 1
///   masterProfile:
///     subnet: 10.240.0.0/24
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Source: docs/address-plan.md.
enum NoSurgeRoom: Rule {
    static let id = RuleID("IP002", "NoSurgeRoom")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.subnets.indices.compactMap { index in
            guard let figures = SubnetFigures(index, in: context.addresses) else { return nil }
            let (needed, peak) = (figures.subnet.needed, figures.subnet.peak)
            guard needed <= figures.usable, figures.usable < peak else { return nil }
            return Finding(
                id, context.isStrict ? .error : .warning, at: figures.path,
                "\(figures.name) has \(figures.usable) usable addresses; an upgrade needs \(peak) for a while "
                    + "(\(figures.demand(withSurge: true))), \(peak - figures.usable) too many",
                remedy: figures.remedy(for: peak, withSurge: true) + ", or set maxSurge to 0",
                fix: figures.fix(for: peak, in: context))
        }
    }
}
