import ArgumentParser
import Catalogue
import Document
import Findings
import Generation
import JSONText
import Reporting
import Rules

/// `slipway plan MODEL`
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", _superCommandName: Slipway.name,
        abstract: "Show the address plan of a model as a table.",
        discussion:
            "A model with errors is planned as far as it can be told, and its findings go to standard error.")

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @OptionGroup var options: ModelOptions

    @Option(help: "How the plan is printed: text for people or json for tools.")
    var format = PlainFormat.text

    func run() throws {
        do {
            let review = try options.review(model, Catalogues.embedded())
            FindingsPrinter.print(review.findings, of: review.document)
            switch format {
            case .text: Console.print(AddressTable.text(of: review.addresses))
            case .json:
                let report = ModelReport(file: model, review: review, findings: review.findings)
                Console.print(JSONWriter.text(of: JSONReport.value(of: [report])))
            }
            if !review.isAccepted { throw CommandEnd(status: .refused) }
        } catch let unreadable as UnreadableDocument {
            FindingsPrinter.print([unreadable.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
    }
}
