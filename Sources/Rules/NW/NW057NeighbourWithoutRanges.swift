import AddressPlan
import ClusterModel
import Findings

/// A peering, a network behind one or a site has no address space.
///
/// Nothing can be checked against it, nodes hide pods' addresses from it, and a VPN has no route to it.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - {name: hub, addressSpace: [10.9.0.0/16]}
/// ```
///
/// Source: docs/network/README.md.
enum NeighbourWithoutRanges: Rule {
    static let id = RuleID("NW057", "NeighbourWithoutRanges")

    static func findings(in context: RuleContext) -> [Finding] {
        let network = context.properties.networkProfile
        var empty: [(String, ModelPath)] = []
        for (index, peer) in network.peerings.enumerated() {
            let path = Paths.networkProfile["peerings"][index]
            if peer.addressSpace.isEmpty { empty.append(("peering \(peer.name ?? "")", path)) }
            for (place, other) in peer.behind.enumerated() where other.addressSpace.isEmpty {
                empty.append(("network \(other.name ?? "") behind \(peer.name ?? "")", path["behind"][place]))
            }
        }
        for (index, site) in network.onPremises.enumerated() where site.addressSpace.isEmpty {
            empty.append(("site \(site.name ?? "")", Paths.networkProfile["onPremises"][index]))
        }
        return empty.map { name, path in
            Finding(
                id, .warning, at: path,
                "\(name) has no addressSpace: it sees nodes' addresses, and no overlap is found",
                remedy: "add its ranges")
        }
    }
}
