import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A peering offers a gateway that this VNet does not have, or offers one and uses the other's.
///
/// The other half cannot be made: its `useRemoteGateways` needs a gateway here. Both flags on one peering
/// contradict each other.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16], allowGatewayTransit: true}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16]}
/// ```
///
/// Source: Microsoft Learn, "Configure VPN gateway transit for virtual network peering".
enum GatewayTransit: Rule {
    static let id = RuleID("NW014", "GatewayTransit")

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        return topology.peerings.compactMap { peering in
            guard peering.allowsGatewayTransit else { return nil }
            let path = peering.path["allowGatewayTransit"]
            if peering.usesRemoteGateways {
                return Finding(
                    id, .error, at: path, "peering \(peering.name) offers a gateway and uses the other's",
                    remedy: "keep one of the two")
            }
            guard !topology.isExistingVNet, !topology.gateways.exist else { return nil }
            return Finding(
                id, .error, at: path, "peering \(peering.name) offers a gateway, but this VNet has none",
                remedy: "add a site with vpn or expressRoute, or remove allowGatewayTransit")
        }
    }
}
