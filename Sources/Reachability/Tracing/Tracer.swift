import Addressing
public import ClusterModel
import Findings
public import NetworkTopology

/// Follows packets through a topology by calculation.
public struct Tracer: Sendable {
    /// Where everything is.
    public let atlas: Atlas
    let group: SecurityGroup

    /// A tracer of `topology`.
    public init(_ topology: NetworkTopology) {
        atlas = Atlas(topology)
        group = SecurityGroup(topology)
    }

    /// The security rules in the order in which they are asked.
    public var rules: [SecurityRule] { group.rules }

    /// The way of a packet from one end to another, nil where one of both cannot be told.
    ///
    /// - Parameter isBrief: whether only the hop that denies is worth words.
    public func trace(
        from: End, to: End, port: Int? = nil, transport: SecurityProtocol? = nil, isBrief: Bool = false
    ) -> Trace? {
        guard let source = atlas.locate(from), let target = atlas.locate(to) else { return nil }
        return trace(from: source, to: target, port: port, transport: transport, isBrief: isBrief)
    }

    /// The way between ends that were found already.
    ///
    /// - Parameter isBrief: whether only the hop that denies is worth words.
    public func trace(
        from source: LocatedEnd, to target: LocatedEnd, port: Int? = nil, transport: SecurityProtocol? = nil,
        isBrief: Bool = false
    ) -> Trace {
        let standard = standardPort(of: target.end)
        var walk = Walk(
            atlas: atlas, group: group,
            trace: Trace(
                from: source, to: target, port: port ?? standard.port,
                transport: transport ?? standard.transport), isBrief: isBrief)
        walk.run()
        return walk.trace
    }

    /// The port that is tried where nobody says one.
    public func standardPort(of end: End) -> (port: Int, transport: SecurityProtocol) {
        switch end {
        case .apiServer, .publicAPIServer: (APIServerEnds.port, .tcp)
        case .platform: (53, .udp)
        case .metadata: (80, .tcp)
        case .publicAddress(let index):
            atlas.topology.publicAddresses[index].ports.first.map {
                ($0.range.ports.lowerBound, $0.transport)
            }
                ?? (443, .tcp)
        case .pod, .node: (8080, .tcp)
        case .peer, .behind, .site, .service, .privateEndpoint, .internet, .address: (443, .tcp)
        }
    }
}

/// One packet on its way.
struct Walk {
    let atlas: Atlas
    let group: SecurityGroup
    var trace: Trace
    /// The source address that the packet has now.
    var source: IPv4Address
    /// The destination that it has now: a load balancer changes it.
    var target: IPv4Address
    /// What was said on the way.
    let notes: Notes
    /// Appliances that it went through.
    var appliances: [IPv4Address] = []

    init(atlas: Atlas, group: SecurityGroup, trace: Trace, isBrief: Bool) {
        self.atlas = atlas
        self.group = group
        self.trace = trace
        notes = Notes(isBrief: isBrief)
        source = trace.from.address
        target = trace.to.address
    }

    /// Follows the packet to its end.
    mutating func run() {
        switch trace.from.place {
        case .subnet(let subnet): leave(subnet)
        case .peer, .behind, .site, .internet, .service: arrive()
        case .vnet:
            unknown(.host, "\(source) is in the VNet, but in no subnet that the model knows", nil)
        case .services, .nowhere, .platform, .metadata:
            deny(.host, "nothing in the model sends from \(source)", nil)
        }
        finishSource()
        trace.hops = notes.hops
    }

    /// The hops so far. Apart from the walk, so that words are only made where somebody reads them.
    final class Notes {
        let isBrief: Bool
        var hops: [Trace.Hop] = []

        init(isBrief: Bool) { self.isBrief = isBrief }
    }

    func note(
        _ stage: Trace.Hop.Stage, _ text: @autoclosure () -> String, _ path: @autoclosure () -> ModelPath?
    ) {
        guard !notes.isBrief else { return }
        notes.hops.append(Trace.Hop(stage: stage, text: text(), path: path()))
    }

    mutating func deny(_ stage: Trace.Hop.Stage, _ text: String, _ path: ModelPath?) {
        notes.hops.append(Trace.Hop(stage: stage, text: text, path: path))
        trace.verdict = .denied
    }

    mutating func unknown(_ stage: Trace.Hop.Stage, _ text: String, _ path: ModelPath?) {
        notes.hops.append(Trace.Hop(stage: stage, text: text, path: path))
        trace.verdict = .unknown
    }

    private mutating func finishSource() {
        guard !notes.isBrief else { return }
        switch trace.source {
        case .preserved, .node: trace.sourceAddress = "\(source)"
        case .natGateway, .outboundRule, .publicAddress, .appliance, .unknown: break
        }
    }

    /// Asks the security group of the subnet at `index`; false, and the hop, if it denies.
    mutating func passes(
        _ index: Int, _ direction: SecurityDirection, from: IPv4Address, to: IPv4Address
    ) -> Bool {
        guard atlas.topology.subnets[index].hasSecurityGroup,
            atlas.topology.subnets[index].isClusters || atlas.topology.subnets[index].isMade
        else { return true }
        let packet = SecurityGroup.Packet(from, to, port: trace.port, trace.transport)
        guard let rule = group.decision(packet, direction) else { return true }
        if rule.access == .deny {
            deny(.security, words(rule, index, "drops it"), rule.path)
            return false
        }
        note(.security, words(rule, index, "lets it pass"), rule.path)
        return true
    }

    private func words(_ rule: SecurityRule, _ index: Int, _ effect: String) -> String {
        "\(rule.direction.rawValue.lowercased()) rule \(rule.name) (\(rule.priority)) of subnet "
            + "\(atlas.topology.subnets[index].name) \(effect)"
    }
}
