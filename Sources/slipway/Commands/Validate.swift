import AddressPlan
import ArgumentParser
import Catalogue
import Document
import Findings
import JSONText
import Rules

/// `slipway validate MODEL…`
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say all that is wrong with models, before anything is rendered.",
        discussion: """
            Every finding has a permanent id, the place in the file, the figures and the smallest change that helps. \
            Nothing is written and nothing is asked of Azure.
            """)

    /// How findings are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("The model's file, or - for standard input.", valueName: "model"))
    var models: [String]

    @OptionGroup var options: ModelOptions

    @Option(help: "How findings are printed: text for people (on standard error) or json for tools.")
    var format = Format.text

    func run() throws {
        let catalogues = Catalogues.embedded()
        var status = ExitStatus.accepted
        var reports: [JSONValue] = []
        for model in models {
            var findings: [Finding] = []
            var review: Review?
            do {
                let made = try options.review(model, catalogues)
                review = made
                findings = made.findings
                if !made.isAccepted, status == .accepted { status = .refused }
            } catch {
                findings = [error.finding]
                status = .unreadable
            }
            switch format {
            case .text:
                FindingsPrinter.print(findings, of: review?.document)
                if Console.outputIsTerminal {
                    Console.print("\(model): \(FindingsText.summary(of: findings))")
                }
            case .json:
                reports.append(ValidateReport.value(of: findings, review?.addresses))
            }
        }
        if format == .json {
            Console.print(JSONWriter.text(of: reports.count == 1 ? reports[0] : .array(reports)))
        }
        throw CommandEnd(status: status)
    }
}

/// The JSON of `validate`.
enum ValidateReport {
    /// Findings and the figures of the address plan; `plan` is null where the model could not be read.
    static func value(of findings: [Finding], _ addresses: AddressPlan?) -> JSONValue {
        ["findings": FindingsJSON.value(of: findings), "plan": addresses.map(plan) ?? .null]
    }

    private static func plan(_ addresses: AddressPlan) -> JSONValue {
        [
            "agentNodes": .integer(addresses.agentNodes),
            "pods": .integer(addresses.pods),
            "subnets": .array(
                addresses.subnets.filter { $0.origin != .declared }.map { subnet in
                    .object(present: [
                        "name": .string(subnet.name),
                        "prefix": subnet.prefix.map { .string("\($0)") },
                        "usable": subnet.usable.map { .integer($0) },
                        "needed": .integer(subnet.needed),
                        "peak": .integer(subnet.peak),
                    ])
                }),
        ]
    }
}
