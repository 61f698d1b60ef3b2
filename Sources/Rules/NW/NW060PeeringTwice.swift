import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// Two peerings lead to the same VNet.
///
/// A pair of VNets has one peering. Azure refuses the second one with `AnotherPeeringAlreadyReferencesRemoteVnet` after the
/// VNet has been made, and both would write the same template for the other side.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///       - name: hub-east
///         addressSpace: [10.10.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16, 10.10.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
/// ```
///
/// Source: Microsoft Learn, "Virtual network peering".
enum PeeringTwice: Rule {
    static let id = RuleID("NW060", "PeeringTwice")

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: [String: String] = [:]
        return context.topology.peerings.compactMap { peering in
            guard let id = peering.remoteID?.lowercased() else { return nil }
            guard let first = seen[id] else {
                seen[id] = peering.name
                return nil
            }
            return Finding(
                Self.id, .error, at: peering.path["remoteVnetID"],
                "peering \(first) leads to this VNet already; a pair of VNets has one peering",
                remedy: "keep one of both, with all ranges in its addressSpace")
        }
    }
}
