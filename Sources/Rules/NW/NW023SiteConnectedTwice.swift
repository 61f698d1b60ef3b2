import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// A site has a circuit and a tunnel, and the tunnel is no fail-over for all of it.
///
/// Azure takes the longest prefix first and ExpressRoute only among equal ones. A prefix of the tunnel that is longer than the
/// circuit's goes by the tunnel all the time; a range without any of the tunnel's is cut off when the circuit is down.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5, addressPrefixes: [192.168.8.0/24]}
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - {name: GatewaySubnet, addressPrefix: 10.8.0.0/27}
///     onPremises:
///       - name: hq
///         addressSpace: [192.168.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5}
///         expressRoute: {circuitID: /subscriptions/22222222-2222-3333-4444-555555555555/resourceGroups/wan/providers/Microsoft.Network/expressRouteCircuits/hq}
/// ```
///
/// Source: Microsoft Learn, "Configure ExpressRoute and S2S coexisting connections".
enum SiteConnectedTwice: Rule {
    static let id = RuleID("NW023", "SiteConnectedTwice")

    static func findings(in context: RuleContext) -> [Finding] {
        context.topology.sites.flatMap { site -> [Finding] in
            guard case .both = site.connection else { return [] }
            let longer = site.tunnelled.filter { tunnel in
                site.space.contains { $0.contains(tunnel.prefix) && $0 != tunnel.prefix }
            }
            let bare = site.space.filter { range in
                !IPv4Prefix.complement(of: site.tunnelled.map(\.prefix)).filter(range.overlaps).isEmpty
            }
            return longer.map { tunnel in
                Finding(
                    id, .warning, at: tunnel.path,
                    "\(tunnel.prefix) of site \(site.name) goes by the tunnel also while the circuit is up: its prefix is longer",
                    remedy: "leave addressPrefixes out, so that the tunnel only stands by")
            }
                + bare.map { range in
                    Finding(
                        id, .warning, at: site.path["vpn"]["addressPrefixes"],
                        "when the circuit of site \(site.name) is down, not all of \(range) is reached by the tunnel",
                        remedy: "leave addressPrefixes out, or add what is missing")
                }
        }
    }
}
