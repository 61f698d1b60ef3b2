import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// More routes, rules, peerings, tunnels, circuits or servers than Azure takes.
///
/// The deployment ends with a limit's error, such as `TooManyRoutesInRouteTable`, after the first resources are
/// made.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12], dnsServers: [10.9.0.1, 10.9.0.2, 10.9.0.3, 10.9.0.4, 10.9.0.5, 10.9.0.6, 10.9.0.7, 10.9.0.8, 10.9.0.9, 10.9.0.10, 10.9.0.11, 10.9.0.12, 10.9.0.13, 10.9.0.14, 10.9.0.15, 10.9.0.16, 10.9.0.17, 10.9.0.18, 10.9.0.19, 10.9.0.20, 10.9.0.21]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12], dnsServers: [10.9.0.1, 10.9.0.2]}
/// ```
///
/// Source: Microsoft Learn, "Azure subscription and service limits": networking.
enum NetworkCounts: Rule {
    static let id = RuleID("NW031", "NetworkCounts")

    static func findings(in context: RuleContext) -> [Finding] {
        let network = context.properties.networkProfile
        let topology = context.topology
        let path = Paths.networkProfile
        let routes = topology.subnets.map(\.routes.count).max() ?? 0
        let tunnels = network.onPremises.count { $0.vpn != nil }
        let counts: [(String, Int, Int, ModelPath)] = [
            ("routes in a route table", routes, 400, path["routes"]),
            ("peerings of a VNet", topology.peerings.count, 500, path["peerings"]),
            ("subnets of a VNet", topology.subnets.count, 3_000, path["subnets"]),
            ("rules of a network security group", topology.securityRules.count, 1_000, path["subnets"]),
            ("DNS servers of a VNet", network.vnet.dnsServers.count, 20, path["vnet"]["dnsServers"]),
            ("tunnels of a VPN gateway", tunnels, 100, path["onPremises"]),
            (
                "circuits of an ExpressRoute gateway", network.onPremises.count { $0.expressRoute != nil },
                topology.gateways.expressRoute?.sku.circuits ?? 0, path["onPremises"]
            ),
            (
                "public addresses of pods", topology.publicAddresses.count,
                GeneratedPriority.publicAddresses / 2, path["publicAddresses"]
            ),
        ]
        return counts.filter { $0.1 > $0.2 }.map { what, count, limit, path in
            Finding(
                id, .error, at: path, "\(count) \(what); there is room for \(limit)",
                remedy: "take away \(count - limit), for instance by wider prefixes")
        }
    }
}
