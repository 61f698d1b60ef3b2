import AddressPlan
import Addressing
import Findings
import NetworkPlan

/// The address space of the VNet changes.
///
/// A range that holds a subnet cannot be taken away: Azure answers `InUsePrefixCannotBeDeleted`. More ranges are added in
/// place; peered VNets see them after `az network vnet peering sync`. Nodes know the space from their custom data, and
/// hide pods' addresses from ranges that are new until they have been replaced.
///
/// ## Before
/// ```yaml
/// properties:
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.64.0.0/12
///   networkProfile:
///     vnet:
///       addressSpace: [10.64.0.0/12]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet:
///       addressSpace: [10.240.0.0/12]
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Create, change, or delete an Azure virtual network": address ranges.
enum VNetRangeInUse: ChangeRule {
    static let id = RuleID("UP002", "VNetRangeInUse")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { key in
            let replaced = context.changesKnownRanges ? context.allKept : []
            if let (range, subnet) = lost(context) {
                return key.change(
                    self, .impossible,
                    "range \(range) holds subnet \(subnet.name), in which machines stand; Azure answers "
                        + "InUsePrefixCannotBeDeleted", remedy: "keep \(range), and add the new ranges to it",
                    machines: replaced)
            }
            guard !replaced.isEmpty else {
                return key.change(self, .inPlace, "no subnet with machines loses its range")
            }
            return key.change(
                self, .replacesNodes,
                "nodes take the VNet's ranges for those that see pods' addresses: \(Reasons.customData)",
                machines: replaced)
        }
    }

    /// An old range that is gone though a subnet with machines stands in it.
    private static func lost(_ context: ChangeContext) -> (IPv4Prefix, SubnetPlan)? {
        guard case .own(_, let before) = context.old.plan.network.vnet else { return nil }
        var after: [IPv4Prefix] = []
        if case .own(_, let ranges) = context.new.plan.network.vnet { after = ranges }
        for subnet in context.old.plan.network.subnets {
            guard let prefix = subnet.prefix, let range = before.first(where: { $0.contains(prefix) }),
                !after.contains(where: { $0.contains(prefix) })
            else { continue }
            return (range, subnet)
        }
        return nil
    }
}
