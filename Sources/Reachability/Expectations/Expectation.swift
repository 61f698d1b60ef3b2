public import ClusterModel
import NetworkTopology

/// A statement about the network that must hold, such as
/// `pod:agents -> 10.9.0.4:443 allowed via peering hub, source preserved`.
public struct Expectation: Sendable, Hashable {
    /// Where the flow begins.
    public var from: End
    /// Where it goes.
    public var to: End
    /// The port; the end's own where nil.
    public var port: Int?
    /// The transport; the end's own where nil.
    public var transport: SecurityProtocol?
    /// How it must end.
    public var verdict: Trace.Verdict
    /// What it must go through, in this order.
    public var via: [String]
    /// Which address the far end must see; any where nil.
    public var source: Trace.Source?

    /// Why a text is no statement.
    public struct Malformed: Error, Sendable {
        /// What is wrong.
        public var reason: String
    }

    /// The statement that `text` makes about what `atlas` knows.
    public init(_ text: String, _ atlas: Atlas) throws(Malformed) {
        guard let arrow = text.firstRange(of: "->") else { throw Malformed(reason: "there is no \"->\"") }
        let left = Self.trimmed(text[..<arrow.lowerBound])
        let words = text[arrow.upperBound...].split(separator: " ")
        guard words.count >= 2 else {
            throw Malformed(reason: "after \"->\" come an end and allowed, denied or unknown")
        }
        from = try Self.end(left, atlas)
        (to, port, transport) = try Self.target(String(words[0]), atlas)
        let clauses = words.dropFirst().joined(separator: " ").split(separator: ",").map(Self.trimmed)
        var first = clauses[0].split(separator: " ").map(String.init)
        guard let word = first.first, let known = Trace.Verdict(rawValue: word.lowercased()) else {
            throw Malformed(reason: "\"\(clauses[0])\" does not begin with allowed, denied or unknown")
        }
        verdict = known
        first.removeFirst()
        via = []
        for clause in [first.joined(separator: " ")] + clauses.dropFirst() where !clause.isEmpty {
            try add(clause)
        }
    }

    private mutating func add(_ clause: String) throws(Malformed) {
        let folded = clause.lowercased()
        if folded.hasPrefix("via ") {
            via.append(Self.trimmed(clause.dropFirst(4)))
        } else if folded.hasPrefix("source ") {
            let word = Self.trimmed(clause.dropFirst(7))
            guard let known = Self.sources.first(where: { $0.rawValue.lowercased() == word.lowercased() })
            else {
                let list = Self.sources.map(\.rawValue).joined(separator: ", ")
                throw Malformed(reason: "source \"\(word)\" is none of \(list)")
            }
            source = known
        } else {
            throw Malformed(reason: "\"\(clause)\" begins with neither via nor source")
        }
    }

    private static let sources: [Trace.Source] = [
        .preserved, .node, .natGateway, .outboundRule, .publicAddress, .appliance, .unknown,
    ]

    /// An end with a port and a transport, as far as they are said: `pod:web:8080/tcp`, `10.9.0.4:443`.
    private static func target(
        _ text: String, _ atlas: Atlas
    ) throws(Malformed) -> (End, Int?, SecurityProtocol?) {
        if let end = atlas.end(named: text) { return (end, nil, nil) }
        guard let colon = text.lastIndex(of: ":") else { return (try end(text, atlas), nil, nil) }
        let tail = text[text.index(after: colon)...]
        guard let port = PortRange.withTransport(String(tail)), port.range.ports.count == 1 else {
            return (try end(text, atlas), nil, nil)
        }
        let transport = tail.contains("/") ? port.transport : nil
        return (try end(String(text[..<colon]), atlas), port.range.ports.lowerBound, transport)
    }

    private static func end(_ text: String, _ atlas: Atlas) throws(Malformed) -> End {
        if let end = atlas.end(named: text) { return end }
        let known = atlas.ends.map { atlas.name(of: $0) }
        let near = Spelling.nearest(to: text, among: known)
        throw Malformed(
            reason: "\"\(text)\" is no end of this network"
                + (near.map { "; \($0) is one" } ?? "; there are \(known.joined(separator: ", "))"))
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Expectation {
    /// Why the statement does not hold, with the hop that decides; nil if it holds.
    public func failure(_ tracer: Tracer) -> (reason: String, hop: Trace.Hop?)? {
        guard let trace = tracer.trace(from: from, to: to, port: port, transport: transport) else {
            return ("the addresses of its ends are not known here", nil)
        }
        if trace.verdict != verdict { return ("it is \(trace.verdict.rawValue)", trace.hops.last) }
        if let source, trace.source != source {
            let hop =
                trace.hops.last { $0.stage == .egress } ?? trace.hops.last { $0.stage == .sourceAddress }
            return ("the far end sees source \(trace.source.rawValue), not \(source.rawValue)", hop)
        }
        var rest = trace.via[...]
        for wanted in via {
            guard let place = rest.firstIndex(where: { $0.lowercased() == wanted.lowercased() }) else {
                let list = trace.via.isEmpty ? "nothing" : trace.via.joined(separator: ", ")
                return ("it goes via \(list), not via \(wanted)", trace.hops.last { $0.stage == .route })
            }
            rest = rest[(place + 1)...]
        }
        return nil
    }
}
