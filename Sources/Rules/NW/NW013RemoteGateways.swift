import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A peering uses the peer's gateway although this VNet has one, or two peerings do.
///
/// A VNet has one way to sites: its own gateway, or that of one peer. Azure refuses the second with
/// `RemotePeeringIsDisconnected` or `PeeringGatewayConflict`-like errors after minutes.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16], useRemoteGateways: true}
///       - {name: east, addressSpace: [10.10.0.0/16], useRemoteGateways: true}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16], useRemoteGateways: true}
///       - {name: east, addressSpace: [10.10.0.0/16]}
/// ```
///
/// Source: Microsoft Learn, "Create, change, or delete a virtual network peering".
enum RemoteGateways: Rule {
    static let id = RuleID("NW013", "RemoteGateways")

    static func findings(in context: RuleContext) -> [Finding] {
        let users = context.topology.peerings.filter(\.usesRemoteGateways)
        return users.enumerated().compactMap { order, peering in
            let path = peering.path["useRemoteGateways"]
            if context.topology.gateways.exist {
                return Finding(
                    id, .error, at: path,
                    "this VNet has a gateway of its own, so it cannot use that of \(peering.name)",
                    remedy: "remove useRemoteGateways, or the sites' vpn and expressRoute")
            }
            guard order > 0 else { return nil }
            return Finding(
                id, .error, at: path,
                "peering \(users[0].name) uses its peer's gateway already; only one can",
                remedy: "remove useRemoteGateways")
        }
    }
}
