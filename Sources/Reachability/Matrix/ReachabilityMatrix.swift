public import ClusterModel
public import NetworkTopology

/// Every pair of ends, traced.
public struct ReachabilityMatrix: Sendable {
    /// The ends that flows begin at, by name.
    public let rows: [String]
    /// The ends that they go to, by name.
    public let columns: [String]
    /// The traces by row and column; nil where there is nothing to trace: an end and itself, or two that are both outside.
    public let cells: [[Trace?]]

    /// The matrix of `topology`.
    ///
    /// - Parameter transport: the transport of all flows; each end's own where nil.
    public init(_ topology: NetworkTopology, _ transport: SecurityProtocol? = nil) {
        let tracer = Tracer(topology)
        let ends = tracer.atlas.ends.filter { tracer.atlas.locate($0) != nil }
        let senders = ends.filter(Self.sends)
        rows = senders.map { tracer.atlas.name(of: $0) }
        columns = ends.map { tracer.atlas.name(of: $0) }
        cells = senders.map { from in
            ends.map { to in
                guard from != to, Self.isInside(from) || Self.isInside(to),
                    to != .publicAPIServer || from == .internet || Self.isInside(from)
                else { return nil }
                return tracer.trace(from: from, to: to, transport: transport)
            }
        }
    }

    private static func sends(_ end: End) -> Bool {
        switch end {
        case .pod, .node, .publicAddress, .peer, .behind, .site, .internet: true
        case .apiServer, .publicAPIServer, .service, .privateEndpoint, .platform, .metadata, .address: false
        }
    }

    private static func isInside(_ end: End) -> Bool {
        switch end {
        case .pod, .node, .publicAddress, .apiServer, .publicAPIServer, .privateEndpoint: true
        case .peer, .behind, .site, .internet, .service, .platform, .metadata, .address: false
        }
    }
}
