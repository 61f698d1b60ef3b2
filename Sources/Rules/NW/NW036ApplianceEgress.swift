import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// The way to the internet is said to be an appliance, and no route leads there; or a route leads there, and the
/// way is said to be another.
///
/// Machines reach nothing outside and never become nodes; or the outbound rule and its addresses are paid for and
/// never used.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: appliance}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile: {kubernetesConfig: {useManagedIdentity: true, privateCluster: {enabled: true}}}
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         remoteVnetID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub
///     egress: {type: appliance}
///     routes:
///       - {name: out, addressPrefixes: [0.0.0.0/0], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// Source: Microsoft Learn, "Virtual network traffic routing"; docs/network/egress.md.
enum ApplianceEgress: Rule {
    static let id = RuleID("NW036", "ApplianceEgress")

    static func findings(in context: RuleContext) -> [Finding] {
        let topology = context.topology
        let path = topology.egressPath["type"]
        let isAppliance = topology.egress == .appliance
        return topology.subnets.filter(\.isClusters).compactMap { subnet in
            let route = subnet.routes.first {
                if case .appliance = $0.nextHop { $0.prefix.length == 0 } else { false }
            }
            if isAppliance, route == nil {
                return Finding(
                    id, .error, at: path,
                    "subnet \(subnet.name) has no route for 0.0.0.0/0 to an appliance, so its machines reach nothing outside",
                    remedy: "add a route for 0.0.0.0/0 with nextHopIPAddress to networkProfile.routes")
            }
            guard let route, topology.egress == .outboundRule || topology.egress == .natGateway else {
                return nil
            }
            return Finding(
                id, .warning, at: path,
                "subnet \(subnet.name) goes to the internet by \(route.name), so egress of type \(context.properties.networkProfile.egress.type.rawValue) is not used there",
                remedy: "write egress: {type: appliance}")
        }
    }
}
