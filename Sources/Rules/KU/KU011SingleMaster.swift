import AddressPlan
import ClusterModel
import Findings

/// There is one master: while it restarts or is gone, so is the API server.
///
/// An upgrade of the master is an outage of the API server, and the loss of its disk is the loss of the
/// cluster.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     count: 1
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     count: 3
/// ```
///
/// Source: Kubernetes, "Options for Highly Available Topology".
enum SingleMaster: Rule {
    static let id = RuleID("KU011", "SingleMaster")

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.properties.masterProfile.count == 1 else { return [] }
        return [
            Finding(
                id, .warning, at: Paths.masterProfile["count"],
                "one master: while it restarts there is no API server, and its disk has the only copy of etcd",
                remedy: "write 3; the number cannot be changed later")
        ]
    }
}
