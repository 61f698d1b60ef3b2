import ArgumentParser
import Catalogue
import Document
import Findings
import Fixing
import Generation
import Project
import Rules

/// `slipway fix MODEL…`
struct FixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Make the changes that validate's findings ask for.",
        discussion: """
            Only what can be changed without changing the cluster is changed, unless --unsafe is given; comments, order, \
            quotes and indentation stay as they are. Findings that are accepted stay, too.

            Exit status: 0 no errors are left, 1 some are (with --dry-run: something would be changed), 2 not readable.
            """)

    @Argument(help: ArgumentHelp("The models' files.", valueName: "model"))
    var models: [String]

    @Flag(help: "Change nothing; print what would be changed.")
    var dryRun = false

    @Flag(help: "Also make changes that cost money, move addresses or take something away.")
    var unsafe = false

    @Flag(help: "Count room for upgrades as demanded.")
    var strict = false

    @OptionGroup var policy: PolicyOptions

    func run() throws {
        let projects = Projects(policy)
        let catalogues = Catalogues.embedded()
        var status = ExitStatus.accepted
        for model in models {
            do {
                let result = try mend(model, projects, catalogues)
                status = max(status, result)
            } catch let unreadable as UnreadableDocument {
                FindingsPrinter.print([unreadable.finding], of: nil)
                status = .unreadable
            } catch let error as SystemError {
                Console.printError("slipway: \(error)")
                status = .unreadable
            }
        }
        throw CommandEnd(status: status)
    }

    private func mend(_ model: String, _ projects: Projects, _ catalogues: Catalogues) throws -> ExitStatus {
        let entry = try projects.entry(for: model)
        let path = entry.file == nil ? model : NearbyFiles.path(of: model, from: entry.folder)
        let policy = policy.policy(entry.project)
        let mender = Mender(catalogues, isStrict: strict || entry.project.strict, allowsUnsafe: unsafe) {
            policy.judge([$0], in: $1, path: path).findings.contains($0)
        }
        let old = try ModelFile.bytes(at: model)
        let outcome = try mender.mend(old, file: model)
        let errors = outcome.review.findings.filter { $0.severity == .error }
        if dryRun {
            // Somebody who reads it is shielded from what the text would do to a terminal; a program gets it as it is.
            let diff = UnifiedDiff.text(old, outcome.bytes, file: model)
            Console.write(Console.outputIsTerminal ? diff.linesPrintable : diff)
            return outcome.mended.isEmpty ? .accepted : .refused
        }
        if model == "-" {
            Console.write(String(decoding: outcome.bytes, as: UTF8.self))
        } else if outcome.bytes != old {
            try ReplacedFile.write(outcome.bytes, to: model)
        }
        for finding in outcome.mended {
            Console.printError(
                "\(model.printable): \(finding.rule.id): \((finding.remedy ?? finding.message).printable)")
        }
        let others = outcome.review.findings.count { $0.fix?.isSafe == false }
        if others > 0, !unsafe {
            Console.printError("\(model.printable): \(others) more with --unsafe")
        }
        return errors.isEmpty ? .accepted : .refused
    }
}
