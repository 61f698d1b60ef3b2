import ArgumentParser
import Deployment
import Generation

/// `slipway deploy MODEL|DIR`
struct DeployRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Bring a cluster into Azure; the word run can be left out.")

    /// What happens where Azure cannot say what would change.
    enum WhatIfRule: String, Choice {
        /// Nothing is deployed.
        case required
        /// It is said, and the deployment goes on.
        case optional
        /// Azure is not asked.
        case skip
    }

    @Argument(
        help: ArgumentHelp("The model's file, or a folder that generate wrote.", valueName: "model|dir"))
    var path: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder into which a model is generated; by default _output/NAME.", valueName: "dir"))
    var output: String?

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    @Flag(help: "Deploy without asking; needed where there is no terminal.")
    var yes = false

    @Option(help: "What to do where Azure cannot foresee the changes.")
    var whatIf = WhatIfRule.optional

    @Flag(help: "Deploy although resources of the network team's would change.")
    var allowNetworkChanges = false

    @Option(help: ArgumentHelp("Save the plan and deploy nothing.", valueName: "file"))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "Deploy this saved plan, and nothing if the world has changed since.", valueName: "file"))
    var apply: String?

    @Option(help: "How it is shown: text for people or json, an event a line.")
    var format = PlainFormat.text

    @Flag(help: "Register resource providers that are not.")
    var registerProviders = false

    @Option(
        help: ArgumentHelp(
            "Do not ask this rule of preflight; may be given several times.", valueName: "PF0xx"))
    var skip: [String] = []

    @Flag(help: "Cancel the deployment in Azure when the command is interrupted.")
    var cancelOnInterrupt = false

    @Option(
        help: ArgumentHelp(
            "A file of further parameters, such as secrets that the model leaves open.", valueName: "file"))
    var parameters: String?

    @Option(help: ArgumentHelp("Write the kubeconfig here as well.", valueName: "file"))
    var kubeconfig: String?

    @Flag(help: "Merge it into that file.")
    var merge = false

    @Option(
        help: ArgumentHelp(
            "The slipway-vnet to bundle; by default the one beside slipway.", valueName: "file"))
    var plugin: String?

    func validate() throws {
        guard plan == nil || apply == nil else {
            throw ValidationError("--plan and --apply exclude each other")
        }
        guard !merge || kubeconfig != nil else { throw ValidationError("--merge needs --kubeconfig") }
    }

    func run() throws {
        let folder: String
        var lock: FolderLock?
        if ClusterSource.isFolder(path) {
            folder = path
            lock = try take(folder)
        } else {
            folder = try output ?? Self.standardFolder(path, options)
            try? POSIX.makeParentDirectories(of: folder)
            lock = try take(folder)
            try ClusterGeneration(model: path, output: folder, plugin: .init(file: plugin)).write(options)
        }
        defer { withExtendedLifetime(lock) {} }
        try KubeconfigFile(folder: folder).check(kubeconfig, merging: merge)
        try DeployWorkflow(self, try ClusterSource(folder: folder, try ModelOptions.parse([])), folder).run()
    }

    private func take(_ folder: String) throws -> FolderLock {
        do { return try FolderLock(folder) } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }

    /// `_output/NAME`, as acs-engine has it.
    private static func standardFolder(_ path: String, _ options: ModelOptions) throws -> String {
        "_output/\(try ClusterSource.name(ofModel: path, options))"
    }

    /// The command with which to go on.
    func again(_ folder: String) -> String { NextCommand.text("deploy", folder, azure) }
}
