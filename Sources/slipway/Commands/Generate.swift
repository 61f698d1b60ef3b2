import ArgumentParser
import Catalogue
import Generation

/// `slipway generate MODEL -o DIR`
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", _superCommandName: Slipway.name,
        abstract: "Write the ARM templates, the address plan and the cloud-init of a cluster.",
        discussion: """
            The folder appears whole or not at all. An earlier folder of slipway's is replaced unless it is as it should \
            be already; secrets that are not made anew are kept. A folder of somebody else's is refused without --force, \
            and any folder that the model itself would be lost with. The same model gives the same bytes.
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
        let generation = ClusterGeneration(
            model: model, output: output, templates: templates, plugin: .init(file: plugin, isNone: noPlugin))
        guard check else { return try generation.write(options, force: force) }
        let catalogues = Catalogues.embedded()
        try compare(try generation.files(of: try options.accepted(model, catalogues), catalogues))
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
