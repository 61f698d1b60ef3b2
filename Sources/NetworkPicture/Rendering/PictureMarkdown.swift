import Findings
import Reporting

/// The picture as Markdown, for a pull request or a wiki: tables, with bars of letters.
public enum PictureMarkdown {
    private static let barCells = 24

    /// The text of `picture`; user text in it means nothing but itself.
    public static func text(of picture: NetworkPicture) -> String {
        var text = "## Network of \(picture.cluster.markdown)\n\n"
        text += "\(sentence(picture.vnetLine)).\n\(sentence(picture.clusterLine)).\n\n"
        text += "| Subnet | Prefix | Addresses | Used | Surge | Reserved | Free |\n"
        text += "| --- | --- | --- | ---: | ---: | ---: | ---: |\n"
        for subnet in picture.subnets {
            let bar = subnet.bar
            let reserved = bar[.azure] + bar[.others] + bar[.reserved]
            let free = !bar.isSizeKnown ? "?" : bar[.missing] > 0 ? "−\(bar[.missing])" : "\(bar[.free])"
            text +=
                "| \(subnet.name.markdown) | \(subnet.prefix?.markdown ?? "?") | "
                + "`\(TextBar.text(of: bar, cells: barCells))` | "
                + "\(bar[.used]) | \(bar[.surge]) | \(reserved) | \(free) |\n"
        }
        let legend = TextBar.legend(of: picture.subnets.map(\.bar))
        if !legend.isEmpty { text += "\nBars: \(legend.markdown).\n" }
        let groups =
            picture.subnets.flatMap { subnet in subnet.groups.map { ($0, subnet.name) } }
            + picture.homeless.map { ($0, "?") }
        if !groups.isEmpty {
            text += "\n| Machines | Subnet | Count | Surge | Pods each | Addresses each | Addresses |\n"
            text += "| --- | --- | ---: | ---: | ---: | ---: | ---: |\n"
        }
        for (group, subnet) in groups {
            text +=
                "| \(group.name.markdown) | \(subnet.markdown) | \(group.machines) | \(group.surgeMachines) | "
                + "\(group.podsEach) | \(group.addressesEach) | \(group.addresses) |\n"
        }
        return text + residents(picture) + neighbours(picture)
    }

    private static func residents(_ picture: NetworkPicture) -> String {
        let all = picture.subnets.flatMap { subnet in subnet.residents.map { ($0, subnet.name) } }
        guard !all.isEmpty else { return "" }
        let rows = all.map { resident, subnet in
            "| \(resident.kind.markdown) | \(resident.name?.markdown ?? "") | \(subnet.markdown) | "
                + "\(resident.address?.markdown ?? "") |\n"
        }
        return "\n| Also there | Name | Subnet | Address |\n| --- | --- | --- | --- |\n" + rows.joined()
    }

    private static func neighbours(_ picture: NetworkPicture) -> String {
        guard !picture.neighbours.isEmpty else { return "" }
        var text = "\n| Around the VNet | Reached by | Ranges |\n| --- | --- | --- |\n"
        for neighbour in picture.neighbours {
            text +=
                "| \(neighbour.heading.markdown) | \(neighbour.link.markdown) | \(list(neighbour.ranges)) |\n"
            for behind in neighbour.behind {
                text +=
                    "| \(behind.name.markdown) | behind \(neighbour.name.markdown) | \(list(behind.ranges)) |\n"
            }
        }
        return text
    }

    private static func list(_ ranges: [String]) -> String { ranges.joined(separator: ", ").markdown }

    private static func sentence(_ line: String) -> String {
        (line.prefix(1).uppercased() + line.dropFirst()).markdown
    }
}
