import AddressPlan
import ArgumentParser
import Azure
import Catalogue
import Deployment
import JSONText
import Rules

/// `slipway subnets --vnet ID [MODEL]`
struct Subnets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subnets",
        abstract: "Show the free addresses of a VNet's subnets, and which could host a model.",
        discussion:
            """
            For choosing a subnet before the model is finished, which may have findings of its own. With a model: for the \
            masters and each pool, which subnets could host them and how many more nodes would have room there.
            """)

    @Option(help: ArgumentHelp("The VNet's id.", valueName: "id"))
    var vnet: String

    @Argument(help: ArgumentHelp("A model to fit in.", valueName: "model"))
    var model: String?

    @OptionGroup var options: ModelOptions

    @OptionGroup(title: "Azure") var azure: AzureOptions

    @Option(help: "How it is shown: text for people or json for tools.")
    var format = PlainFormat.text

    func run() throws {
        guard SubnetID("\(vnet)/subnets/any") != nil else {
            Console.printError(
                "slipway: \(vnet) is not the id of a VNet: /subscriptions/S/resourceGroups/G/providers/Microsoft.Network/virtualNetworks/V"
            )
            throw CommandEnd(status: .unreadable)
        }
        let addresses = try model.map { try options.readable($0, Catalogues.embedded()).addresses }
        let session = try AzureSession(azure, cloud: .publicCloud)
        let headroom: SubnetHeadroom
        do { headroom = try SubnetHeadroom.ask(session.client, network: vnet) } catch {
            throw AzureExit.end(for: error)
        }
        switch format {
        case .json:
            Console.print(JSONWriter.text(of: headroom.json(for: addresses.map(Placement.all) ?? [])))
        case .text: Console.print(HeadroomText.text(of: headroom, addresses).linesPrintable)
        }
    }
}
