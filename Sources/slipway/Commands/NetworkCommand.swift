import ArgumentParser
import Generation
import JSONText
import NetworkTopology
import Reachability
import Rules

/// `slipway network`
struct NetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Look at the network of a model.", subcommands: [Effective.self])

    /// `slipway network effective MODEL --subnet NAME`
    struct Effective: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "effective",
            abstract: "Show the effective routes and security rules of a subnet, as Azure lists them.",
            discussion:
                "Compare with az network nic show-effective-route-table and az network nic list-effective-nsg."
        )

        @Argument(help: "The model's file, or - for standard input.")
        var model: String

        @Option(help: ArgumentHelp("The subnet's name, or its prefix.", valueName: "name"))
        var subnet: String

        @OptionGroup var options: ModelOptions
        @OptionGroup var failure: FailureOptions

        @Option(help: "How they are printed: text for people or json for tools.")
        var format = PlainFormat.text

        func run() throws {
            let review = try NetworkModel.review(model, options)
            let tracer = failure.tracer(of: review)
            guard let index = tracer.atlas.topology.subnet(named: subnet) else {
                let known = tracer.atlas.topology.subnets.map(\.name).joined(separator: ", ")
                throw ValidationError("the network has no subnet \"\(subnet)\"; there are \(known)")
            }
            switch format {
            case .text: Console.print(EffectiveNetworkReport.text(of: index, tracer).linesPrintable)
            case .json: Console.print(JSONWriter.text(of: EffectiveNetworkReport.json(of: index, tracer)))
            }
        }
    }
}
