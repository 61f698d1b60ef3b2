import AddressPlan
import ArgumentParser
import Catalogue
import Document
import Findings
import Generation
import Project
import Reporting
import RuleManual
import Rules

/// `slipway validate MODEL…`
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", _superCommandName: Slipway.name,
        abstract: "Say all that is wrong with models, before anything is rendered.",
        discussion: """
            Every finding has a permanent id, the place in the file, the figures and the smallest change that helps; \
            slipway explain ID says more. Nothing is asked of Azure.

            Exit status: 0 nothing that fails the run, 1 errors (or what --fail-on says), 2 not readable.
            """)

    /// How findings are printed.
    enum Format: String, Choice {
        case text, json, sarif, junit, github, gitlab, markdown
    }

    @Argument(
        help: ArgumentHelp(
            "Models: files, patterns such as 'clusters/**/*.yaml', or - for standard input.",
            discussion: "Without any, the models of the project file.", valueName: "model"))
    var models: [String] = []

    @OptionGroup var options: ModelOptions
    @OptionGroup var policy: PolicyOptions

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Check the statements in a file, one a line, as if they stood in networkProfile.expect.",
            discussion: "May be given several times. See docs/network/expectations.md.", valueName: "file"))
    var expect: [String] = []

    @Option(help: "How findings are printed: text for people (on standard error), the others for tools.")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Write a report to a file as well; may be given several times.",
            discussion: "FORMAT is json, sarif, junit, github, gitlab or markdown.", valueName: "format=file")
    )
    var output: [ReportOutput] = []

    @Option(help: ArgumentHelp("Take only those of the models that git says have changed.", valueName: "ref"))
    var changedSince: String?

    @Option(
        help: ArgumentHelp(
            "Say what each model does to a running cluster: that of this model, of git's version, or of a generated folder.",
            discussion:
                "A file, git:REF (the same path at REF), git:REF:PATH, or a folder. --set counts for the new model.",
            valueName: "old"))
    var against: AgainstOption?

    @Option(
        name: .customLong("allow"), parsing: .singleValue,
        help: ArgumentHelp(
            "With --against, accept what changes do: replace-nodes, remove-nodes or new-cluster.",
            discussion: "May be given several times. What is impossible cannot be accepted.",
            valueName: "effect"))
    var allowed: [AllowOption] = []

    @Option(help: "The severity from which the exit status is 1: error, warning or info.")
    var failOn: FailOption?

    @Option(help: ArgumentHelp("Say nothing about the findings in this file.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Write what is found to the baseline's file, and end with status 0.")
    var writeBaseline = false

    @Option(help: "Whether text is coloured: auto, always or never.")
    var color = ColourChoice.auto

    func validate() throws {
        if against == nil, !allowed.isEmpty { throw ValidationError("--allow goes with --against") }
    }

    func run() throws {
        let run = try ValidationRun(self)
        let reports = try run.reports()
        if writeBaseline { return try run.writeBaseline(of: reports) }
        let kept = try run.withoutOld(reports)
        let tool = ToolFacts(version: Version.text, failsFrom: run.failsFrom)
        try printed(kept, tool)
        for target in output {
            do {
                try ReplacedFile.write(Array(target.format.text(of: kept, tool: tool).utf8), to: target.file)
            } catch {
                Console.printError("slipway: \(error)")
                throw CommandEnd(status: .unreadable)
            }
        }
        throw CommandEnd(status: run.status(of: kept))
    }

    private func printed(_ reports: [ModelReport], _ tool: ToolFacts) throws {
        if let machine = ReportFormat(rawValue: format.rawValue) {
            return Console.print(machine.text(of: reports, tool: tool))
        }
        var explained: Set<RuleID> = []
        for report in reports {
            // The review below lists what needs no consent.
            let findings = report.findings.filter { $0.severity > .info || !$0.rule.id.hasPrefix("UP") }
            FindingsPrinter.print(findings, of: report.document, colour: color) { rule in
                explained.insert(rule).inserted ? RuleManual.summary(of: rule.id) : nil
            }
        }
        Console.write(reports.compactMap(\.change).map(ChangeReport.text).joined())
        let findings = reports.flatMap(\.findings)
        guard !findings.isEmpty || Console.outputIsTerminal else { return }
        let models = reports.count == 1 ? reports[0].file : "\(reports.count) models"
        Console.printError("\(models.printable): \(FindingsText.summary(of: findings))")
    }
}
