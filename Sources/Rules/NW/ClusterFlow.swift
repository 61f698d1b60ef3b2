import NetworkTopology
import Reachability

/// A flow that every cluster needs between its machines.
///
/// Source: Kubernetes, "Ports and Protocols".
struct ClusterFlow {
    var from: End
    var to: End
    var port: Int
    var purpose: String

    /// All of them for the machines of `topology`.
    static func needed(by topology: NetworkTopology) -> [ClusterFlow] {
        guard topology.machines.first?.isMasters ?? false else { return [] }
        let masters = End.node(0)
        var flows = [
            ClusterFlow(from: masters, to: masters, port: 2380, purpose: "etcd among masters"),
            ClusterFlow(from: masters, to: masters, port: 2379, purpose: "the API server's way to etcd"),
            ClusterFlow(from: masters, to: .apiServer, port: 6443, purpose: "masters' way to the API server"),
            ClusterFlow(from: masters, to: masters, port: 10_250, purpose: "the API server's way to kubelet"),
        ]
        for pool in topology.machines.indices.dropFirst() {
            flows += [
                ClusterFlow(
                    from: .node(pool), to: .apiServer, port: 6443, purpose: "nodes' way to the API server"),
                ClusterFlow(
                    from: .pod(pool), to: .apiServer, port: 6443, purpose: "pods' way to the API server"),
                ClusterFlow(
                    from: masters, to: .node(pool), port: 10_250, purpose: "the API server's way to kubelet"),
            ]
        }
        return flows
    }
}
