import ArgumentParser
import ClusterModel
import Generation
import Reachability
import Rules

/// `slipway reachability MODEL`
struct ReachabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reachability", _superCommandName: Slipway.name,
        abstract: "Show who reaches whom in the network of a model.",
        discussion: """
            Every pair of pods, nodes, masters, peers, sites, endpoints, the API server, the internet and Azure's own addresses \
            is traced; trace shows the hops of one pair. See docs/network/trace.md.
            """)

    /// How the matrix is printed.
    enum Format: String, Choice {
        case text, json, markdown, svg
    }

    /// The transport of the flows.
    enum Transport: String, Choice {
        case tcp, udp
    }

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @OptionGroup var options: ModelOptions
    @OptionGroup var failure: FailureOptions

    @Option(help: "How the matrix is printed.")
    var format = Format.text

    @Option(name: .customLong("protocol"), help: "The transport of the flows; each end's own by default.")
    var transport: Transport?

    func run() throws {
        let review = try NetworkModel.review(model, options)
        let used: SecurityProtocol? = transport.map { $0 == .tcp ? .tcp : .udp }
        let matrix = ReachabilityMatrix(failure.tracer(of: review), used)
        switch format {
        case .text, .markdown: Console.print(ReachabilityReport.markdown(of: matrix).linesPrintable)
        case .json: Console.write(ReachabilityReport.json(of: matrix))
        case .svg: Console.print(ReachabilitySVG.text(of: matrix))
        }
    }
}
