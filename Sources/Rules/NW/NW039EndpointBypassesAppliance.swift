import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// A service endpoint stands in a subnet whose way to the internet is an appliance.
///
/// Packets to that service go by Azure's own network and pass no firewall: endpoints' routes are longer than
/// 0.0.0.0/0. It is worth knowing where everything should be seen.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile: {kubernetesConfig: {useManagedIdentity: true, privateCluster: {enabled: true}}}
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     egress: {type: appliance}
///     serviceEndpoints:
///       - {service: Storage}
///     routes:
///       - {name: out, addressPrefixes: [0.0.0.0/0], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     serviceEndpoints:
///       - {service: Storage}
/// ```
///
/// Source: Microsoft Learn, "Virtual network service endpoints": forced tunnelling.
enum EndpointBypassesAppliance: Rule {
    static let id = RuleID("NW039", "EndpointBypassesAppliance")

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        return topology.serviceEndpoints.compactMap { endpoint in
            let tunnelled = endpoint.subnets.first { index in
                topology.subnets[index].routes.contains { $0.prefix.length == 0 && $0.nextHop != .internet }
            }
            guard let tunnelled else { return nil }
            return Finding(
                id, .info, at: endpoint.path,
                "packets from subnet \(topology.subnets[tunnelled].name) to \(endpoint.service.azureName) pass by the appliance: "
                    + "the endpoint's routes stand before 0.0.0.0/0",
                remedy:
                    "remove the endpoint, or use a private endpoint and a route, if the appliance must see them"
            )
        }
    }
}
