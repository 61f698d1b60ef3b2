import ArgumentParser
import Catalogue
import ClusterModel
import Document
import Generation
import NetworkPlan
import NodeConfig
import Operations
import Rules

/// Reads the plan of a generated folder, with changes.
private func plan(
    _ dir: String, _ assignments: [String], plugin: ClusterGeneration.Plugin = .none
) throws -> (plan: ClusterPlan, review: Review) {
    let catalogues = Catalogues.embedded()
    let model = "\(dir)/apimodel.json"
    let options = try ModelOptions.parse(assignments.flatMap { ["--set", $0] })
    let review = try options.accepted(model, catalogues, isQuiet: true)
    do {
        let inputs = PlanInputs(
            catalogues: catalogues, pluginSHA256: try plugin.binary()?.sha256,
            customFiles: try CustomFiles.contents(of: review, besides: model))
        return (try ClusterPlan(review.cluster, review.addresses, inputs), review)
    } catch let error as UnreadableDocument {
        FindingsPrinter.print([error.finding], of: nil)
        throw CommandEnd(status: .unreadable)
    } catch let error as SystemError {
        Console.printError("slipway: \(error)")
        throw CommandEnd(status: .unreadable)
    } catch {
        throw CommandEnd.ownError(error)
    }
}

/// `slipway scale DIR --pool NAME --count N`
struct Scale: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Plan another number of nodes for a pool, and write the folder for it.",
        discussion: """
            Prints the addresses, names and steps, and what must be deleted so that no address stays held. With --write \
            the folder is generated anew, with a new token for machines that join.
            """)

    @Argument(help: "A generated folder.")
    var dir: String

    @Option(help: "The pool.")
    var pool: String

    @Option(help: "How many nodes it shall have.")
    var count: Int

    @Flag(help: "Write the folder anew; else nothing is changed.")
    var write = false

    @Option(help: ArgumentHelp("As in generate.", valueName: "file"))
    var plugin: String?

    @Flag(help: "As in generate.")
    var noPlugin = false

    func run() throws {
        let before = try plan(dir, [])
        let pools = before.review.cluster.properties.agentPoolProfiles
        guard let index = pools.firstIndex(where: { $0.name == pool }) else {
            let names = pools.compactMap(\.name).joined(separator: ", ")
            Console.printError("slipway: there is no pool \"\(pool)\", but \(names)")
            throw CommandEnd(status: .unreadable)
        }
        let change = "agentPoolProfiles[\(index)].count=\(count)"
        let after = try plan(dir, [change])
        guard let scale = ScalePlan(from: before.plan, to: after.plan, pool: pool) else { return }
        Console.print(scale.text(folder: dir))
        guard write else { return }
        if scale.addsNodes { try renewToken() }
        try regenerate(dir, [change], plugin: plugin, noPlugin: noPlugin)
    }

    private func renewToken() throws {
        do {
            try OutputFolder(dir).update(BootstrapToken.make().generatedFiles(now: Console.now))
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }
}

/// `slipway upgrade DIR --to VERSION`
struct Upgrade: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Plan another version of Kubernetes, and write the folder for it.",
        discussion: """
            Prints the order, the addresses that are needed, what is drained and what cannot be undone. With --write the \
            folder is generated anew for the version, with upgrade/masters.tar.gz, which masters run.
            """)

    @Argument(help: "A generated folder.")
    var dir: String

    @Option(help: "The release 1.N, or a version 1.N.P.")
    var to: String

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("As in generate, for example checksums of downloads.", valueName: "path=value,…"))
    var assignments: [String] = []

    @Flag(help: "Write the folder anew; else nothing is changed.")
    var write = false

    @Option(help: ArgumentHelp("As in generate.", valueName: "file"))
    var plugin: String?

    @Flag(help: "As in generate.")
    var noPlugin = false

    func run() throws {
        let versions = Catalogues.embedded().kubernetesVersions
        guard let version = versions[to] ?? versions.newest(of: to) else {
            let known = versions.all.map(\.version).joined(separator: ", ")
            Console.printError("slipway: Kubernetes \(to) cannot be installed, but \(known)")
            throw CommandEnd(status: .unreadable)
        }
        let before = try plan(dir, [])
        let changes = ["orchestratorProfile.orchestratorVersion=\(version.version)"] + assignments
        let bundled = ClusterGeneration.Plugin(file: plugin, isNone: noPlugin)
        let after = try plan(dir, changes, plugin: bundled)
        do throws(UpgradePlan.Refusal) {
            Console.print(try UpgradePlan(from: before.plan, to: after.plan).text(folder: dir))
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
        guard write else { return }
        try regenerate(dir, changes, plugin: plugin, noPlugin: noPlugin)
        try writeArchive(after.plan)
    }

    private func writeArchive(_ plan: ClusterPlan) throws {
        do {
            let archive = try NodeArtifacts.mastersArchive(
                plan, templates: try TemplateFiles.source(changed: nil))
            try OutputFolder(dir).update([GeneratedFile(UpgradePlan.archive, archive)])
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }
}

/// Generates the folder anew from its own model, with changes.
private func regenerate(_ dir: String, _ assignments: [String], plugin: String?, noPlugin: Bool) throws {
    let options = try ModelOptions.parse(assignments.flatMap { ["--set", $0] })
    try ClusterGeneration(
        model: "\(dir)/apimodel.json", output: dir, plugin: .init(file: plugin, isNone: noPlugin)
    ).write(options)
}
