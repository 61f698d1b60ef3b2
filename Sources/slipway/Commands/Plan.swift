import ArgumentParser
import Catalogue
import Document
import Findings
import Generation
import JSONText
import NetworkPicture
import NetworkTopology
import Reporting
import Rules

/// `slipway plan MODEL`
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", _superCommandName: Slipway.name,
        abstract: "Show the address plan of a model: as text, or as a picture of the network.",
        discussion:
            "A model with errors is planned as far as it can be told, and its findings go to standard error.")

    /// How the plan is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, svg, markdown
    }

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @OptionGroup var options: ModelOptions

    @Option(
        help: ArgumentHelp(
            "How the plan is shown: text or markdown for people, svg for browsers, json for tools."))
    var format = Format.text

    @Option(
        name: [.customLong("out"), .customShort("o")],
        help: ArgumentHelp("Write it to a file.", valueName: "file"))
    var out: String?

    func run() throws {
        do {
            let review = try options.review(model, Catalogues.embedded())
            FindingsPrinter.print(review.findings, of: review.document)
            try show(text(of: review))
            if !review.isAccepted { throw CommandEnd(status: .refused) }
        } catch let unreadable as UnreadableDocument {
            FindingsPrinter.print([unreadable.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
    }

    private func text(of review: Review) -> String {
        let addresses = review.addresses
        let picture = NetworkPicture(NetworkTopology(review.cluster, addresses), addresses)
        switch format {
        case .text:
            let table = AddressTable.text(of: addresses).linesPrintable
            return "\(PictureText.text(of: picture))\n\(table)"
        case .markdown: return PictureMarkdown.text(of: picture)
        case .svg: return PictureSVG.text(of: picture)
        case .json:
            let report = ModelReport(file: model, review: review, findings: review.findings)
            guard case .object(let members) = JSONReport.value(of: [report]) else { return "" }
            return JSONWriter.text(
                of: .object(members + [JSONMember("network", PictureJSON.value(of: picture))]))
        }
    }

    private func show(_ text: String) throws {
        guard let out else { return Console.print(text) }
        do { try ReplacedFile.write(Array(text.utf8), to: out) } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
    }
}
