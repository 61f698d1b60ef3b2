import ArgumentParser
import Catalogue
import ClusterModel
import Document
import Findings
import Generation
import JSONText
import NetworkTopology
import Reachability
import Rules

/// `slipway trace MODEL --from END --to END`
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", _superCommandName: Slipway.name,
        abstract: "Follow a packet through the network of a model, hop by hop.",
        discussion: """
            Ends are pod:POOL, node:POOL, masters, pod:masters, api, api:public, peer:NAME, behind:PEER/NAME, site:NAME, \
            endpoint:SERVICE, private:NAME, public:NAME, internet, platform, metadata, or an IPv4 address. Each hop says what \
            decides it and which line of the model that is. Exit status 1 if the packet does not arrive or its answer does not \
            come back. See docs/network/trace.md.
            """)

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @Option(help: ArgumentHelp("Where the packet begins.", valueName: "end"))
    var from: String

    @Option(help: ArgumentHelp("Where it goes.", valueName: "end"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "The port it goes to, such as 1433/tcp; the end's own by default.", valueName: "port"))
    var port: String?

    @OptionGroup var options: ModelOptions
    @OptionGroup var failure: FailureOptions

    @Option(help: "How the way is printed: text for people or json for tools.")
    var format = PlainFormat.text

    func run() throws {
        let review = try NetworkModel.review(model, options)
        let tracer = failure.tracer(of: review)
        let target = try port.map(parsed)
        guard
            let trace = tracer.trace(
                from: try end(from, tracer), to: try end(to, tracer), port: target?.range.ports.lowerBound,
                transport: target?.transport)
        else {
            Console.printError("slipway: the address of one of the ends is not known to the model")
            throw CommandEnd(status: .refused)
        }
        let place = { (path: ModelPath) -> String? in
            let location = review.document.location(of: path)
            return "\(location.file):\(location.line):\(location.column)"
        }
        switch format {
        case .text: Console.print(TraceReport.text(of: trace, place: place).linesPrintable)
        case .json: Console.print(JSONWriter.text(of: TraceReport.json(of: trace, place: place)))
        }
        if trace.verdict == .denied { throw CommandEnd(status: .refused) }
    }

    private func parsed(_ text: String) throws -> (range: PortRange, transport: SecurityProtocol) {
        guard let port = PortRange.withTransport(text), port.range.ports.count == 1 else {
            throw ValidationError("\"\(text)\" is no port such as 443 or 53/udp")
        }
        return port
    }

    private func end(_ text: String, _ tracer: Tracer) throws -> End {
        if let end = tracer.atlas.end(named: text) { return end }
        let known = tracer.atlas.ends.map { tracer.atlas.name(of: $0) }.joined(separator: ", ")
        throw ValidationError("\"\(text)\" is no end of this network; there are \(known)")
    }
}

/// Reads a model for the commands that look at its network.
enum NetworkModel {
    /// The model at `path`, whose findings are printed; one with errors ends the command.
    static func review(_ path: String, _ options: ModelOptions) throws -> Review {
        let review = try options.readable(path, Catalogues.embedded())
        let errors = review.findings.filter { $0.severity == .error && $0.rule.id != "NW050" }
        FindingsPrinter.print(errors, of: review.document)
        guard errors.isEmpty else { throw CommandEnd(status: .refused) }
        return review
    }
}
