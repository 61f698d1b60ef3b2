import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// Nothing connects a site: no gateway here, and no peer whose gateway is used.
///
/// Pods have no route to it; packets to its private ranges end at Azure's system route without next hop. Nothing
/// reports that; connections time out.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     onPremises:
///       - {name: hq, addressSpace: [192.168.0.0/16]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16], useRemoteGateways: true}
///     onPremises:
///       - {name: hq, addressSpace: [192.168.0.0/16]}
/// ```
///
/// Source: Microsoft Learn, "Virtual network traffic routing".
enum SiteWithoutWay: Rule {
    static let id = RuleID("NW015", "SiteWithoutWay")

    static func findings(in context: RuleContext) -> [Finding] {
        context.topology.sites.compactMap { site in
            guard case .none = site.connection else { return nil }
            return Finding(
                id, .warning, at: site.path,
                "nothing connects site \(site.name): pods and site do not reach each other",
                remedy:
                    "add vpn or expressRoute to it, or useRemoteGateways to the peering whose gateway it has")
        }
    }
}
