import ClusterModel
import Document
public import Findings
public import JSONText
public import Reachability

/// `slipway trace`: a way hop by hop.
public enum TraceReport {
    /// For people; `place` says where a path stands in the model's text.
    public static func text(of trace: Trace, place: (ModelPath) -> String?) -> String {
        let port = "\(trace.port)/\(trace.transport.rawValue.lowercased())"
        var text =
            "\(trace.from.name) (\(trace.from.address)) -> \(trace.to.name) (\(trace.to.address)) \(port)\n\n"
        for (index, hop) in trace.hops.enumerated() {
            let isReason = trace.verdict == .denied && index == trace.hops.count - 1
            text += "\(isReason ? "x" : "\(index + 1)") \(hop.stage.rawValue): \(hop.text)\n"
            if let path = hop.path {
                text += "    \(path)" + (place(path).map { "  (\($0))" } ?? "") + "\n"
            }
        }
        text += "\n\(trace.verdict.rawValue)"
        if trace.verdict == .allowed {
            text += "; the far end sees \(trace.sourceAddress ?? trace.source.words)"
            if trace.sourceAddress != nil { text += " (\(trace.source.words))" }
            if !trace.via.isEmpty { text += "; via \(trace.via.joined(separator: ", "))" }
        }
        return text + "\n"
    }

    /// For tools.
    public static func json(of trace: Trace, place: (ModelPath) -> String?) -> JSONValue {
        .object(present: [
            "from": .string(trace.from.name),
            "fromAddress": .string("\(trace.from.address)"),
            "to": .string(trace.to.name),
            "toAddress": .string("\(trace.to.address)"),
            "port": .integer(trace.port),
            "protocol": .string(trace.transport.rawValue.lowercased()),
            "verdict": .string(trace.verdict.rawValue),
            "source": .string(trace.source.rawValue),
            "sourceAddress": trace.sourceAddress.map { .string($0) },
            "via": .array(trace.via.map { .string($0) }),
            "hops": .array(
                trace.hops.map { hop in
                    .object(present: [
                        "stage": .string(hop.stage.rawValue), "text": .string(hop.text),
                        "path": hop.path.map { .string("\($0)") },
                        "place": hop.path.flatMap(place).map { .string($0) },
                    ])
                }),
        ])
    }
}

extension Trace.Source {
    /// In words.
    var words: String {
        switch self {
        case .preserved: "the sender's own"
        case .node: "the node's"
        case .natGateway: "the NAT gateway's public address"
        case .outboundRule: "the outbound rule's public address"
        case .publicAddress: "the sender's public address"
        case .appliance: "the appliance's"
        case .unknown: "an address that the model does not say"
        }
    }
}
