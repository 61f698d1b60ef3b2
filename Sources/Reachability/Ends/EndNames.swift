import Addressing
import ClusterModel
import NetworkTopology

extension Atlas {
    /// The end's name, as people write it: `pod:agents`, `site:hq`, `internet`.
    public func name(of end: End) -> String {
        switch end {
        case .pod(let group): "pod:\(topology.machines[group].name)"
        case .node(let group): "node:\(topology.machines[group].name)"
        case .apiServer: "api"
        case .publicAPIServer: "api:public"
        case .peer(let index): "peer:\(topology.peerings[index].name)"
        case .behind(let peer, let network):
            "behind:\(topology.peerings[peer].name)/\(topology.peerings[peer].behind[network].name)"
        case .site(let index): "site:\(topology.sites[index].name)"
        case .service(let index): "endpoint:\(topology.serviceEndpoints[index].service.rawValue)"
        case .privateEndpoint(let index): "private:\(topology.privateEndpoints[index].name)"
        case .publicAddress(let index): "public:\(topology.publicAddresses[index].name)"
        case .internet: "internet"
        case .platform: "platform"
        case .metadata: "metadata"
        case .address(let address): "\(address)"
        }
    }

    /// Every end of the topology, in the order of the matrix.
    public var ends: [End] {
        var ends: [End] = topology.machines.indices.dropFirst().flatMap { [End.pod($0), .node($0)] }
        ends += topology.machines.isEmpty ? [] : [.node(0), .pod(0)]
        ends += topology.publicAddresses.indices.map { .publicAddress($0) }
        ends.append(.apiServer)
        if topology.apiServer.isPublic { ends.append(.publicAPIServer) }
        ends += topology.privateEndpoints.indices.map { .privateEndpoint($0) }
        for (index, peer) in topology.peerings.enumerated() {
            ends.append(.peer(index))
            ends += peer.behind.indices.map { .behind(peer: index, network: $0) }
        }
        ends += topology.sites.indices.map { .site($0) }
        ends += topology.serviceEndpoints.indices.map { .service($0) }
        return ends + [.internet, .platform, .metadata]
    }

    /// The end that `text` names, without regard to case; an address is one, too. nil if there is none.
    public func end(named text: String) -> End? {
        if let address = IPv4Address(text) { return .address(address) }
        let folded = text.lowercased()
        if folded == "masters" { return topology.machines.isEmpty ? nil : .node(0) }
        return ends.first { name(of: $0).lowercased() == folded }
    }
}
