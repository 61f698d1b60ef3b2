import ArgumentParser
import Azure
import Deployment

/// `slipway deploy cancel DIR`
struct DeployCancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "End the running deployment; what is made stays.")

    @Argument(help: ArgumentHelp("The folder that is being deployed, or the model.", valueName: "dir"))
    var path: String

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    func run() throws {
        let (_, session, target) = try DeployTarget.find(path, options, azure)
        do {
            try DeploymentControl(session.client, target).cancel()
        } catch {
            if error.isNotFound || error.refusal?.status == 409 {
                Console.printError(
                    "slipway: no deployment \(target.name) is running in \(target.resourceGroup)")
                throw CommandEnd(status: .refused)
            }
            throw AzureExit.end(for: error)
        }
        Console.print(
            "The deployment \(target.name) is being cancelled. Go on later with: \(NextCommand.text("deploy", path, azure))"
        )
    }
}
