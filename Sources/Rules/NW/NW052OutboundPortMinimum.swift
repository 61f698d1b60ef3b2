import AddressPlan
import ClusterModel
import Findings

/// Nodes get fewer SNAT ports than the model says that each must have.
///
/// A node with all ports in use opens no connection to the internet until one ends; nothing reports that.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: loadBalancer, minimumPortsPerNode: 32000}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: loadBalancer, minimumPortsPerNode: 1024}
/// ```
///
/// Source: Microsoft Learn, "Outbound rules Azure Load Balancer": 64,000 ports an address; "Azure NAT Gateway":
/// 64,512.
enum OutboundPortMinimum: Rule {
    static let id = RuleID("NW052", "OutboundPortMinimum")

    static func findings(in context: RuleContext) -> [Finding] {
        let egress = context.properties.networkProfile.egress
        guard let wanted = egress.minimumPortsPerNode else { return [] }
        let path = Paths.networkProfile["egress"]["minimumPortsPerNode"]
        let nodes = context.addresses.pools.reduce(0) { $0 + $1.count + $1.maxSurge }
        guard nodes > 0 else { return [] }
        let isNAT = egress.type == .natGateway
        guard isNAT || egress.type == .loadBalancer else {
            return [
                Finding(
                    id, .warning, at: path,
                    "minimumPortsPerNode has no effect with egress \(egress.type.rawValue)",
                    remedy: "remove it")
            ]
        }
        let perAddress = isNAT ? 64_512 : 64_000
        let prefixSize = egress.publicIPPrefixLength.map { 1 << (32 - $0) }
        let addresses =
            isNAT
            ? prefixSize ?? egress.publicIPCount : context.kubernetesConfig.network.loadBalancerOutboundIPs
        let ports = isNAT ? perAddress * addresses / nodes : perAddress * addresses / nodes / 8 * 8
        guard ports < wanted else { return [] }
        let needed = (wanted * nodes + perAddress - 1) / perAddress
        let key = isNAT ? "egress.publicIPCount" : "loadBalancerOutboundIPs"
        return [
            Finding(
                id, .error, at: path,
                "\(addresses) address\(addresses == 1 ? "" : "es") × \(perAddress) ports give each of \(nodes) nodes (with surge) "
                    + "\(ports); \(wanted) are asked for",
                remedy: needed <= 16
                    ? "write \(key): \(needed)" : "lower minimumPortsPerNode to \(perAddress * 16 / nodes)")
        ]
    }
}
