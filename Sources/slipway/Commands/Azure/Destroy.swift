import AddressPlan
import ArgumentParser
import Azure
import Deployment
import Findings
import HTTPTransport
import NetworkPlan

/// `slipway destroy DIR|MODEL`
struct Destroy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy",
        abstract: "Delete what a cluster owns in Azure, and nothing else.",
        discussion: """
            Lists what is deleted and what is not, and wants the cluster's name typed. An existing VNet, its subnets and resources \
            without the cluster's tag are never touched; the resource group goes only if slipway made it and it is empty.
            """)

    @Argument(help: ArgumentHelp("The folder that was deployed, or the model.", valueName: "dir|model"))
    var path: String

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    @Option(help: ArgumentHelp("The cluster's name, where nobody can type it.", valueName: "name"))
    var confirm: String?

    func run() throws {
        let (source, session, target) = try DeployTarget.find(path, options, azure)
        do {
            let destroyer = Destroyer(session.client, target)
            let subnets = source.plan.network.subnets.compactMap { $0.id?.text }
            let control = DeploymentControl(session.client, target)
            if let running = try control.look(), !running.state.isFinished {
                Console.printError(
                    "slipway: \(target.name) is being deployed; end that first: \(NextCommand.text("deploy cancel", path, azure))"
                )
                throw CommandEnd(status: .refused)
            }
            let machines =
                source.plan.masters.machines.map(\.name) + source.plan.pools.map(\.resourceName)
                + [source.plan.jumpbox?.name].compactMap(\.self)
            guard let owned = try destroyer.list(subnets: subnets, machines: machines),
                !owned.all.isEmpty || owned.madeGroup
            else {
                Console.print(
                    "There is nothing of the cluster \(target.name) in the resource group \(target.resourceGroup)."
                )
                return
            }
            show(owned, target)
            try ask(target)
            try destroyer.delete(owned) { item in
                Console.print("deleted: \(item.type) \(item.name)".printable)
            }
            Console.print("The cluster \(target.name) is gone.")
        } catch let failure as AzureFailure {
            if case .interrupted = failure {
                Console.printError(
                    "slipway: interrupted; the rest stands. Go on with: \(NextCommand.text("destroy", path, azure))"
                )
                throw CommandEnd(status: .interrupted)
            }
            throw AzureExit.end(for: failure)
        }
    }

    private func show(_ owned: OwnedResources, _ target: DeploymentTarget) {
        Console.print("Of the resource group \(target.resourceGroup) are deleted:")
        for item in owned.all { Console.print("  \(item.type) \(item.name)".printable) }
        if owned.madeGroup, owned.foreign.isEmpty {
            Console.print("  the resource group itself, which slipway made")
        }
        if !owned.foreign.isEmpty {
            Console.print("Not touched, since they are not of this cluster:")
            for item in owned.foreign { Console.print("  \(item.type) \(item.name)".printable) }
        }
    }

    private func ask(_ target: DeploymentTarget) throws {
        if let confirm {
            guard confirm.lowercased() == target.name else {
                Console.printError(
                    "slipway: --confirm says \(confirm), the cluster is \(target.name); nothing was deleted")
                throw CommandEnd(status: .refused)
            }
            return
        }
        guard Console.inputIsTerminal else {
            Console.printError("slipway: nobody can be asked here; confirm with --confirm \(target.name)")
            throw CommandEnd(status: .refused)
        }
        Console.write("Type the cluster's name to delete all of it: ")
        guard Console.readAnswer()?.lowercased() == target.name else {
            Console.printError("Nothing was deleted.")
            throw CommandEnd(status: Interruption.hasCome ? .interrupted : .refused)
        }
    }
}
