import AddressPlan
import ArgumentParser
import Azure
import Catalogue
import Deployment
import Document
import Findings
import JSONText
import Rules

/// `slipway subnets --vnet ID [MODEL]`
struct Subnets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subnets",
        abstract: "Show the free addresses of a VNet's subnets, and which could host a model.",
        discussion:
            "For choosing a subnet before the model is finished. The model may have findings of its own.")

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
        var addresses: AddressPlan?
        if let model {
            do { addresses = try options.review(model, Catalogues.embedded()).addresses } catch {
                FindingsPrinter.print([error.finding], of: nil)
                throw CommandEnd(status: .unreadable)
            }
        }
        let session = try AzureSession(azure, cloud: .publicCloud)
        let headroom: SubnetHeadroom
        do { headroom = try SubnetHeadroom.ask(session.client, network: vnet) } catch {
            throw AzureExit.end(for: error)
        }
        switch format {
        case .json: Console.print(JSONWriter.text(of: headroom.json(for: addresses)))
        case .text: Console.print(Self.text(of: headroom, addresses).linesPrintable)
        }
    }

    private static func text(of headroom: SubnetHeadroom, _ addresses: AddressPlan?) -> String {
        var rows = [
            [
                "subnet", "prefix", "usable", "used", "free",
                addresses == nil ? "nodes of 31 addresses" : "model",
            ]
        ]
        for row in headroom.rows {
            var verdict: String
            if let service = row.delegation {
                verdict = "delegated to \(service)"
            } else if row.isReserved {
                verdict = "kept by Azure"
            } else if let addresses {
                verdict =
                    row.fits(SubnetHeadroom.peak(of: addresses))
                    ? "fits, \(SubnetHeadroom.moreNodes(row, addresses)) more nodes"
                    : "\(SubnetHeadroom.peak(of: addresses) - row.free) addresses too few"
            } else {
                verdict = "\(row.nodes(of: AddressPlan.standardMaxPods + 1))"
            }
            rows.append([
                row.name, row.prefixes.joined(separator: " "), "\(row.usable)", "\(row.used)", "\(row.free)",
                verdict,
            ])
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { cells in
            zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(
                separator: "  ")
        }
        return "VNet \(headroom.network) in \(headroom.location)\n" + lines.joined(separator: "\n") + "\n"
    }
}
