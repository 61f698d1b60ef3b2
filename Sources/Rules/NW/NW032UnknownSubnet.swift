import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A part of `networkProfile` names a subnet that the model does not know.
///
/// The part would silently apply to nothing.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     routes:
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4, subnets: [nodes]}
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
///     routes:
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4, subnets: [shop-subnet]}
/// ```
///
/// Source: docs/network/README.md.
enum UnknownSubnet: Rule {
    static let id = RuleID("NW032", "UnknownSubnet")

    static func findings(in context: RuleContext) -> [Finding] {
        let network = context.properties.networkProfile
        let path = Paths.networkProfile
        var names: [(String?, ModelPath)] = [
            (network.services?.internalSubnet, path["services"]["internalSubnet"])
        ]
        for (index, route) in network.routes.enumerated() {
            names += route.subnets.enumerated().map { ($1, path["routes"][index]["subnets"][$0]) }
        }
        for (index, endpoint) in network.serviceEndpoints.enumerated() {
            names += endpoint.subnets.enumerated().map {
                ($1, path["serviceEndpoints"][index]["subnets"][$0])
            }
        }
        for (index, endpoint) in network.privateEndpoints.enumerated() {
            names.append((endpoint.subnet, path["privateEndpoints"][index]["subnet"]))
        }
        let known = context.topology.subnets.map(\.name)
        return names.compactMap { name, path in
            guard let name, context.topology.subnet(named: name) == nil else { return nil }
            let near = Spelling.nearest(to: name, among: known)
            return Finding(
                id, .error, at: path, "the network has no subnet \"\(name)\"",
                remedy: near.map { "write \($0)" } ?? "write one of \(known.joined(separator: ", "))")
        }
    }
}
