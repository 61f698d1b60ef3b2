import Findings

/// The picture as plain text, for a terminal.
public enum PictureText {
    private static let barCells = 48

    /// The text of `picture`; user text in it is harmless for a terminal.
    public static func text(of picture: NetworkPicture) -> String {
        var lines = [picture.cluster, picture.vnetLine, picture.clusterLine]
        let titles = picture.subnets.map { subnet in
            subnet.prefix.map { $0 == subnet.name ? subnet.name : "\(subnet.name) \($0)" } ?? subnet.name
        }
        let width = titles.reduce(0) { max($0, $1.printable.displayWidth) }
        for (subnet, title) in zip(picture.subnets, titles) {
            let padding = String(repeating: " ", count: width - title.printable.displayWidth)
            lines.append("")
            lines.append("\(title)\(padding) \(TextBar.text(of: subnet.bar, cells: barCells))")
            lines.append("  \(subnet.figures)")
            lines += subnet.groups.map { "  \($0.name): \($0.figures)" }
            lines += subnet.residents.map { "  \($0.line)" }
        }
        if !picture.homeless.isEmpty {
            lines += ["", "subnet not known"] + picture.homeless.map { "  \($0.name): \($0.figures)" }
        }
        if !picture.neighbours.isEmpty { lines.append("") }
        for neighbour in picture.neighbours {
            lines.append(
                "\(neighbour.heading) (\(neighbour.link)): \(neighbour.ranges.joined(separator: ", "))")
            lines += neighbour.behind.map { "  behind it \($0.name): \($0.ranges.joined(separator: ", "))" }
        }
        let legend = TextBar.legend(of: picture.subnets.map(\.bar))
        if !legend.isEmpty { lines += ["", legend] }
        return lines.map { $0.printable + "\n" }.joined()
    }
}
