import ArgumentParser
import Azure
import Deployment
import Findings
import JSONText

/// `slipway deploy logs DIR`
struct DeployLogs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Show every resource of the deployment with its state, time and error."
    )

    @Argument(help: ArgumentHelp("The folder that was deployed, or the model.", valueName: "dir"))
    var path: String

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    @Option(help: "How it is shown: text for people or json, a resource a line.")
    var format = PlainFormat.text

    func run() throws {
        let (outcome, _) = try DeployTarget.deployment(path, options, azure)
        for row in outcome.board.resources {
            let error = row.error.flatMap { $0.innermost.first }
            switch format {
            case .json:
                let value: JSONValue = .object(present: [
                    "id": .string(row.id), "type": .string(row.type), "name": .string(row.name),
                    "state": .string(row.state), "time": row.timestamp.map { .string($0) },
                    "seconds": row.seconds.map { .integer($0) }, "code": error.map { .string($0.code) },
                    "message": error.map { .string($0.message) },
                ])
                Console.print(JSONWriter.text(of: value, .compact))
            case .text:
                let time = row.timestamp ?? "-"
                let seconds = row.seconds.map { " (\($0) s)" } ?? ""
                let reason = error.map { ": \($0.code): \($0.message)" } ?? ""
                Console.print("\(time) \(row.state) \(row.type) \(row.name)\(seconds)\(reason)".printable)
            }
        }
    }
}
