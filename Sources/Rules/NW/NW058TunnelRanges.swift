import AddressPlan
import Addressing
import ClusterModel
import Findings
import NetworkTopology

/// A tunnel has routes to ranges that are not its site's.
///
/// Packets to them would go into the tunnel, and nothing here knows that somebody is there: no overlap is found, and nodes
/// put their own address in place of pods'.
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
///         vpn: {deviceAddress: 203.0.113.5, addressPrefixes: [172.20.0.0/16]}
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
///         addressSpace: [192.168.0.0/16, 172.20.0.0/16]
///         vpn: {deviceAddress: 203.0.113.5}
/// ```
///
/// Source: docs/network/on-premises.md.
enum TunnelRanges: Rule {
    static let id = RuleID("NW058", "TunnelRanges")

    static func findings(in context: RuleContext) -> [Finding] {
        context.topology.sites.flatMap { site in
            site.tunnelled.compactMap { tunnel -> Finding? in
                guard !site.space.contains(where: { $0.contains(tunnel.prefix) }) else { return nil }
                return Finding(
                    id, .error, at: tunnel.path,
                    "\(tunnel.prefix) is in no range of site \(site.name)",
                    remedy:
                        "add it to the site's addressSpace, or take it out of the tunnel's addressPrefixes")
            }
        }
    }
}
