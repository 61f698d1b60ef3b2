import AddressPlan
import ClusterModel
import Findings
import NetworkTopology
import Reachability

/// A network behind a peer is declared, but nothing leads there: peerings are not transitive.
///
/// Packets for it have no route and end at Azure's system route without next hop, or go to the internet.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         behind:
///           - {name: spoke, addressSpace: [10.20.0.0/16]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     peerings:
///       - name: hub
///         addressSpace: [10.9.0.0/16]
///         behind:
///           - {name: spoke, addressSpace: [10.20.0.0/16]}
///     routes:
///       - {name: spokes, addressPrefixes: [10.20.0.0/16], nextHopIPAddress: 10.9.0.4}
/// ```
///
/// Source: Microsoft Learn, "Virtual network peering": transitivity.
enum NotTransitive: Rule {
    static let id = RuleID("NW037", "NotTransitive")

    static func findings(in context: RuleContext) -> [Finding] {
        let tracer = context.tracer
        var findings: [Finding] = []
        for (peer, peering) in context.topology.peerings.enumerated() {
            for (place, network) in peering.behind.enumerated() {
                let groups = context.topology.machines.indices.dropFirst()
                let denied = groups.lazy.compactMap { group in
                    tracer.trace(
                        from: .behind(peer: peer, network: place), to: .pod(group), isBrief: true)?.denial
                }.first
                guard let denied else { continue }
                findings.append(
                    Finding(
                        id, .warning, at: network.path, denied.text,
                        remedy:
                            "add a route for \(network.space.map { "\($0)" }.joined(separator: ", ")) to an appliance in "
                            + "\(peering.name), and forwarded traffic in all peerings on the way"))
            }
        }
        return findings
    }
}
