import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// The `remoteVnetID` of a peering is no id of a VNet, or it is the VNet of the cluster itself.
///
/// Azure refuses the peering after the deployment has begun, with `LinkedInvalidPropertyId` or
/// `CannotPeerWithSelf`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16], remoteVnetID: hub}
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
/// Source: Microsoft Learn, "Virtual network peering".
enum PeeringVNetID: Rule {
    static let id = RuleID("NW012", "PeeringVNetID")

    static func findings(in context: RuleContext) -> [Finding] {
        context.topology.peerings.compactMap { peering in
            guard let id = peering.remoteID else { return nil }
            let path = peering.path["remoteVnetID"]
            guard SubnetID("\(id)/subnets/any") != nil else {
                return Finding(
                    Self.id, .error, at: path, "\"\(id)\" is no id of a VNet",
                    remedy:
                        "write /subscriptions/S/resourceGroups/R/providers/Microsoft.Network/virtualNetworks/NAME"
                )
            }
            guard id.lowercased() == context.topology.existingVNet?.lowercased() else { return nil }
            return Finding(
                Self.id, .error, at: path, "peering \(peering.name) names the cluster's own VNet",
                remedy: "name the other VNet")
        }
    }
}
