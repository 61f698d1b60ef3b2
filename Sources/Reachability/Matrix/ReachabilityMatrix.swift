public import ClusterModel

/// Every pair of ends, traced.
public struct ReachabilityMatrix: Sendable {
    /// The ends that flows begin at, by name.
    public let rows: [String]
    /// The ends that they go to, by name.
    public let columns: [String]
    /// The traces by row and column; nil where there is nothing to trace: an end and itself, or two that are both outside.
    public let cells: [[Trace?]]

    /// The matrix of what `tracer` knows.
    ///
    /// - Parameter transport: the transport of all flows; each end's own where nil.
    public init(_ tracer: Tracer, _ transport: SecurityProtocol? = nil) {
        let ends = tracer.atlas.ends.compactMap { tracer.atlas.locate($0) }
        let senders = ends.filter { Self.sends($0.end) }
        rows = senders.map(\.name)
        columns = ends.map(\.name)
        cells = senders.map { from in
            ends.map { to in
                guard Self.isWorthTracing(from.end, to.end) else { return nil }
                return tracer.trace(from: from, to: to, port: nil, transport: transport, isBrief: true)
            }
        }
    }

    private static func isWorthTracing(_ from: End, _ to: End) -> Bool {
        from != to && (isInside(from) || isInside(to))
            && (to != .publicAPIServer || from == .internet || isInside(from))
    }

    private static func sends(_ end: End) -> Bool {
        switch end {
        case .pod, .node, .publicAddress, .peer, .behind, .site, .internet: true
        case .apiServer, .publicAPIServer, .service, .privateEndpoint, .platform, .metadata, .address:
            false
        }
    }

    private static func isInside(_ end: End) -> Bool {
        switch end {
        case .pod, .node, .publicAddress, .apiServer, .publicAPIServer, .privateEndpoint: true
        case .peer, .behind, .site, .internet, .service, .platform, .metadata, .address: false
        }
    }
}
