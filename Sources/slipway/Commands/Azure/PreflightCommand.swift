import ArgumentParser
import Azure
import Deployment
import JSONText
import NetworkPlan

/// `slipway preflight MODEL|DIR`
struct PreflightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preflight",
        abstract: "Look at Azure and say all that would make the deployment fail.",
        discussion: """
            Reads only; nothing is changed. Findings have ids PF…, figures and remedies, in the forms of validate \
            (docs/deploy.md). Exit status 1 where one is an error, 3 without a login.
            """)

    @Argument(
        help: ArgumentHelp("The model's file, or a folder that generate wrote.", valueName: "model|dir"))
    var path: String

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    @Option(help: "How findings are printed: text for people (on standard error) or json for tools.")
    var format = PlainFormat.text

    @Option(help: ArgumentHelp("Do not ask this rule; may be given several times.", valueName: "PF0xx"))
    var skip: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file of further parameters, such as secrets that the model leaves open.", valueName: "file"))
    var parameters: String?

    @Option(
        help: ArgumentHelp(
            "The slipway-vnet to bundle; by default the one beside slipway.", valueName: "file"))
    var plugin: String?

    func run() throws {
        let source =
            ClusterSource.isFolder(path)
            ? try ClusterSource(folder: path, options)
            : try ClusterSource(model: path, options, plugin: plugin)
        let cluster = try source.cluster(parameters: parameters)
        let session = try AzureSession(azure, cloud: source.plan.cloud)
        let target = source.target(
            azure, subscription: try session.subscription(azure, ofNetwork: source.networkSubscription))
        let printer = PreflightPrinter(source: source)
        var status = ExitStatus.accepted
        let report: Preflight.Report
        do {
            report = try Preflight(session.client, cluster, target).run(skip: skip)
            if !report.isAccepted { status = .refused }
        } catch {
            guard case .noToken(let failure) = error else { throw AzureExit.end(for: error) }
            report = Preflight.Report(noLogin: failure)
            status = AzureExit.status(of: error)
        }
        switch format {
        case .text: printer.printText(report)
        case .json: Console.print(JSONWriter.text(of: printer.json(report)))
        }
        throw CommandEnd(status: status)
    }
}
