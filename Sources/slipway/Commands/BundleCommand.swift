import ArgumentParser
import Catalogue
import Generation
import NetworkPlan
import Rules

/// `slipway bundle MODEL --from DIR -o FILE`
struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Put everything that machines need into one archive, for those without internet.",
        discussion: """
            Takes the programs that the model's version needs, slipway-vnet and the archives of images that the model names \
            from a folder, compares each with its SHA-256, and writes one archive. Nothing is fetched. A file may stand in \
            the folder as a mirror has it (dl.k8s.io/v1.35.1/…), by its name (kubelet), or by the last part of its URL; \
            images stand in images/. The same files give the same archive. What is printed goes into the model.

            Exit status: 0 written, 1 the model is refused, a file is missing or another one, 2 not readable.
            """)

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @Option(help: ArgumentHelp("The folder with the files.", valueName: "dir"))
    var from: String?

    @Option(name: [.short, .long], help: ArgumentHelp("The archive to write.", valueName: "file"))
    var output: String?

    @Flag(help: "Write nothing; say what goes into the archive: path, SHA-256, URL.")
    var list = false

    @OptionGroup var options: ModelOptions

    @Option(
        help: ArgumentHelp(
            "The slipway-vnet to put in; by default the one beside slipway.", valueName: "file"))
    var plugin: String?

    func validate() throws {
        guard list || from != nil && output != nil else {
            throw ValidationError("--from DIR and --output FILE are needed, or --list")
        }
    }

    func run() throws {
        let catalogues = Catalogues.embedded()
        let review = try options.accepted(model, catalogues)
        let binary = try pluginBinary()
        var inputs = PlanInputs(catalogues: catalogues, unreadFilesOf: review.cluster)
        inputs.pluginSHA256 = binary?.sha256
        let plan: ClusterPlan
        do { plan = try ClusterPlan(review.cluster, review.addresses, inputs) } catch {
            throw CommandEnd.ownError(error)
        }
        let members = BundleMember.all(of: plan)
        if list { return Console.write(members.map(Self.line).joined()) }
        guard binary != nil else {
            Console.printError("slipway: this slipway has no slipway-vnet bundled; name one with --plugin")
            throw CommandEnd(status: .refused)
        }
        do {
            let archive = try BundleArchive(members, below: from ?? ".", plugin: binary?.path)
            let sum = try archive.write(to: output ?? "")
            Console.print("provisioning:\n  bundle:\n    url: https://HOST/PATH\n    sha256: \(sum)")
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }

    private static func line(_ member: BundleMember) -> String {
        "\(member.path)\t\(member.sha256)\t\(member.url ?? "-")\n"
    }

    private func pluginBinary() throws -> PluginBinary? {
        do {
            return try ClusterGeneration.Plugin(file: plugin).binary()
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .unreadable)
        }
    }
}
