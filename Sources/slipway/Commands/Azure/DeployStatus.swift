import ArgumentParser
import Azure
import Deployment
import Findings
import JSONText

/// `slipway deploy status DIR`
struct DeployStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the deployment stands.",
        discussion:
            "Exit status 0 where it has succeeded or is running, 4 where it failed, 1 where there is none.")

    @Argument(help: ArgumentHelp("The folder that was deployed, or the model.", valueName: "dir"))
    var path: String

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    @Option(help: "How it is shown: text for people or json for tools.")
    var format = PlainFormat.text

    func run() throws {
        let (outcome, target) = try DeployTarget.deployment(path, options, azure)
        let counts = outcome.board.counts
        switch format {
        case .json: Console.print(JSONWriter.text(of: Self.json(outcome, target)))
        case .text:
            var lines = ["\(target.name) in \(target.resourceGroup): \(outcome.state.state)"]
            if let time = outcome.state.timestamp { lines.append("since \(time)") }
            if let id = outcome.state.correlationID { lines.append("correlation id \(id)") }
            lines.append(
                "\(counts.done) resources done, \(counts.running) running, \(counts.waiting) waiting, \(counts.failed) failed"
            )
            Console.print(lines.joined(separator: "\n").linesPrintable)
            if outcome.state.isFinished, !outcome.state.hasSucceeded {
                Console.printError(
                    FailurePage.text(
                        of: FailureReport(outcome), target, again: NextCommand.text("deploy", path, azure)))
            }
        }
        let isBad = outcome.state.isFinished && !outcome.state.hasSucceeded
        throw CommandEnd(status: isBad ? .failedInAzure : .accepted)
    }

    private static func json(_ outcome: DeploymentRun.Outcome, _ target: DeploymentTarget) -> JSONValue {
        let counts = outcome.board.counts
        return .object(present: [
            "deployment": .string(target.name),
            "resourceGroup": .string(target.resourceGroup),
            "subscription": .string(target.subscription),
            "state": .string(outcome.state.state),
            "timestamp": outcome.state.timestamp.map { .string($0) },
            "correlationId": outcome.state.correlationID.map { .string($0) },
            "done": .integer(counts.done), "running": .integer(counts.running),
            "waiting": .integer(counts.waiting),
            "failed": .integer(counts.failed),
            "failure": outcome.state.isFinished && !outcome.state.hasSucceeded
                ? FailureReport(outcome).json : nil,
        ])
    }
}
