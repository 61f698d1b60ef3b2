import ArgumentParser
import Catalogue
import Document
import Findings
import Generation
import NetworkPlan
import NodeConfig
import Rules

/// `slipway generate MODEL -o DIR`
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", _superCommandName: Slipway.name,
        abstract: "Write the ARM templates, the address plan and the cloud-init of a cluster.",
        discussion: """
            The folder appears whole or not at all. An earlier folder of slipway's is replaced, but secrets that are not \
            made anew are kept; a folder of somebody else's is refused without --force. The same model gives the same \
            bytes.
            """)

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @Option(name: [.short, .long], help: ArgumentHelp("The folder to write.", valueName: "dir"))
    var output: String

    @OptionGroup var options: ModelOptions

    @Flag(help: "Write nothing; say whether the folder is up to date. Exit status 1 if it is not.")
    var check = false

    @Flag(help: "Replace a folder that slipway did not write.")
    var force = false

    @Option(
        help: ArgumentHelp("Use changed templates of this folder; see templates export.", valueName: "dir"))
    var templates: String?

    @Option(
        help: ArgumentHelp(
            "The slipway-vnet to bundle; by default the one beside slipway.", valueName: "file"))
    var plugin: String?

    @Flag(help: "Bundle no slipway-vnet: the folder is for looking at only.")
    var noPlugin = false

    func run() throws {
        let catalogues = Catalogues.embedded()
        let review: Review
        do {
            review = try options.review(model, catalogues)
        } catch {
            FindingsPrinter.print([error.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
        FindingsPrinter.print(review.findings, of: review.document)
        guard review.isAccepted else { throw CommandEnd(status: .refused) }
        let files = try files(of: review, catalogues)
        if check { return try compare(files) }
        do {
            try OutputFolder(output).write(files.files, force: force)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
        if Console.outputIsTerminal {
            Console.print("\(output): \(files.files.count) files. Next: read \(output)/README.md.")
        }
    }

    /// The files of the model in `review`; findings and failures are printed.
    func files(of review: Review, _ catalogues: Catalogues) throws -> ClusterFiles {
        do {
            let binary = try pluginBinary()
            let inputs = PlanInputs(
                catalogues: catalogues, pluginSHA256: binary?.sha256,
                customFiles: try CustomFiles.contents(of: review, besides: model))
            let files = try ClusterFiles(
                review, inputs, templates: try TemplateFiles.source(changed: templates), plugin: binary,
                kept: try KeptSecrets(output: output, model: model), now: Console.now)
            FindingsPrinter.print(review.document.locating(files.findings), of: review.document)
            return files
        } catch let failure as ClusterFiles.Failure {
            switch failure {
            case .refused(let findings):
                FindingsPrinter.print(review.document.locating(findings), of: review.document)
            case .template(let error): Console.printError("slipway: \(error)")
            case .gap(let gap):
                Console.printError("slipway: this is an error of slipway's, please report it: \(gap)")
            }
            throw CommandEnd(status: .refused)
        } catch let unreadable as UnreadableDocument {
            FindingsPrinter.print(review.document.locating([unreadable.finding]), of: review.document)
            throw CommandEnd(status: .refused)
        } catch let error as SystemError {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
    }

    private func pluginBinary() throws(SystemError) -> PluginBinary? {
        if noPlugin { return nil }
        if let plugin { return try PluginBinary(at: plugin) }
        return try PluginBinary.bundled(with: Console.programPath)
    }

    private func compare(_ files: ClusterFiles) throws {
        let differences: [String]
        do {
            differences = try OutputFolder(output).differences(from: files.files)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
        guard !differences.isEmpty else { return }
        Console.printError("slipway: \(output) is not up to date:")
        for line in differences { Console.printError("  \(line)") }
        throw CommandEnd(status: .refused)
    }
}
