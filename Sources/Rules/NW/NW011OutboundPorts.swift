import AddressPlan
import ClusterModel
import Findings

/// So many nodes share the outbound rule's addresses that each gets few SNAT ports.
///
/// A node with all ports in use opens no connection to the internet until one ends; nothing reports that.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerOutboundIPs: 1
///   agentPoolProfiles:
///     - name: agents
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       loadBalancerOutboundIPs: 2
///   agentPoolProfiles:
///     - name: agents
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
/// ```
///
/// Source: Microsoft Learn, "Outbound rules Azure Load Balancer": 64,000 ports an address.
enum OutboundPorts: Rule {
    static let id = RuleID("NW011", "OutboundPorts")
    /// Ports below which a node is short of them in practice: what Azure gives by itself in pools of 801 to 1,000.
    private static let fewPorts = 64

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.properties.networkProfile.egress.type == .loadBalancer else { return [] }
        let nodes = context.addresses.pools.reduce(0) { $0 + $1.count + $1.maxSurge }
        let addresses = context.kubernetesConfig.network.loadBalancerOutboundIPs
        guard nodes > 0, context.addresses.agentNodes <= 1_000 else { return [] }
        let ports = 64_000 * addresses / nodes / 8 * 8
        guard ports < fewPorts else { return [] }
        let wanted = (fewPorts * nodes + 63_999) / 64_000
        return [
            Finding(
                id, .warning, at: Paths.kubernetesConfig["loadBalancerOutboundIPs"],
                "\(addresses) outbound address\(addresses == 1 ? "" : "es") give each of \(nodes) nodes \(ports) ports",
                remedy: "write loadBalancerOutboundIPs: \(wanted)")
        ]
    }
}
