import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A peering is only declared, so nobody makes its halves.
///
/// Without `remoteVnetID` slipway writes neither half. The cluster's VNet does not exist before the deployment, so nobody
/// else can have made one: until somebody does, packets to the peer end at Azure's system routes.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
/// ```
///
/// Source: docs/network/peering.md.
enum PeeringHalves: Rule {
    static let id = RuleID("NW061", "PeeringHalves")

    static func findings(in context: RuleContext) -> [Finding] {
        guard !context.topology.isExistingVNet else { return [] }
        return context.topology.peerings.filter { $0.remoteID == nil }.map { peering in
            Finding(
                id, .info, at: peering.path,
                "peering \(peering.name) has no remoteVnetID: both of its halves are to be made after the deployment",
                remedy: "add remoteVnetID, and slipway makes this half and writes the other one")
        }
    }
}
