import AddressPlan
import Findings

/// A subnet has fewer assignable addresses than the cluster takes.
///
/// Azure takes the first four addresses and the last; each machine takes its `ipAddressCount`, and the masters' subnet
/// one more for the API server's internal load balancer. Without the rule the deployment ends after some machines with
/// Azure's error `SubnetIsFull`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 9
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
///       count: 7
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
/// Source: Microsoft Learn, "Azure Virtual Network FAQ"; docs/address-plan.md.
enum SubnetFull: Rule {
    static let id = RuleID("IP001", "SubnetFull")

    static func findings(in context: RuleContext) -> [Finding] {
        context.addresses.subnets.indices.compactMap { index in
            guard let figures = SubnetFigures(index, in: context.addresses) else { return nil }
            let needed = figures.subnet.needed
            guard needed > figures.usable else { return nil }
            return Finding(
                id, .error, at: figures.path,
                "\(figures.name) has \(figures.usable) usable addresses; \(figures.demand(withSurge: false)) need "
                    + "\(needed), \(needed - figures.usable) too many",
                remedy: figures.remedy(for: needed, withSurge: false),
                fix: figures.fix(for: needed, in: context))
        }
    }
}
