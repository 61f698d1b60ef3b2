import AddressPlan
import Findings

/// A subnet has fewer assignable addresses than the cluster takes.
///
/// Azure takes the first four addresses and the last; each machine takes its `ipAddressCount`, and the masters' subnet
/// one more for the API server's internal load balancer. Without the rule the deployment ends after some machines with
/// Azure's error `SubnetIsFull`.
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
                remedy: figures.remedy(for: needed, withSurge: false))
        }
    }
}
