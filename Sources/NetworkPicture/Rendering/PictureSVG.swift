import Findings

/// The picture as SVG 1.1 for browsers: no script, no fonts or pictures from elsewhere, colours for light and dark.
public enum PictureSVG {
    private static let margin = 20
    private static let row = 20
    private static let barHeight = 20
    private static let neighbourWidth = 300
    private static let gap = 60

    /// The document of `picture`.
    public static func text(of picture: NetworkPicture) -> String {
        let vnetWidth = picture.neighbours.isEmpty ? 920 : 760
        let top = 92
        let (subnets, bottom) = boxes(picture, x: margin + 16, y: top + 44, width: vnetWidth - 32)
        let (neighbours, links, neighboursEnd) = surroundings(
            picture, x: margin + vnetWidth + gap, y: top, from: margin + vnetWidth, above: bottom)
        let end = max(bottom, neighboursEnd)
        let width = 2 * margin + vnetWidth + (picture.neighbours.isEmpty ? 0 : gap + neighbourWidth)
        let height = end + 60
        let inner = vnetWidth - 32
        let root = SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
                "width": "\(width)",
                "height": "\(height)", "role": "img",
            ],
            [
                SVGElement("title", text: "Network of \(picture.cluster)".printable),
                SVGElement("desc", text: "\(picture.vnetLine). \(picture.clusterLine).".printable),
                SVGElement("style", text: PictureStyle.text), PictureStyle.patterns,
                .rect("page", x: 0, y: 0, width: width, height: height),
                .line("name", picture.cluster, x: margin, y: 36, width: width - 2 * margin),
                .line("quiet", picture.clusterLine, x: margin, y: 62, width: width - 2 * margin),
                .rect("vnet", x: margin, y: top, width: vnetWidth, height: bottom - top, radius: 8),
                .line("name", picture.vnetLine, x: margin + 16, y: top + 26, width: inner),
            ] + links + subnets + neighbours + legend(picture, y: end + 20))
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root.markup())"
    }

    /// A box for each subnet, below each other; and where they end.
    private static func boxes(
        _ picture: NetworkPicture, x: Int, y: Int, width: Int
    ) -> (elements: [SVGElement], end: Int) {
        var elements: [SVGElement] = []
        var y = y
        for subnet in picture.subnets {
            let lines =
                subnet.groups.map { ($0.name, $0.figures) } + subnet.residents.map { ($0.kind, $0.rest) }
            let height = 80 + lines.count * row + (lines.isEmpty ? 0 : 6)
            elements.append(.rect("subnet", x: x, y: y, width: width, height: height, radius: 6))
            let title = [subnet.name, subnet.prefix.flatMap { $0 == subnet.name ? nil : $0 }].compactMap(
                \.self)
            elements.append(
                .line("name", title.joined(separator: "  "), x: x + 12, y: y + 22, width: width - 24))
            elements += bar(subnet.bar, x: x + 12, y: y + 32, width: width - 24)
            elements.append(.line("quiet", subnet.figures, x: x + 12, y: y + 70, width: width - 24))
            elements += rows(lines, x: x + 12, y: y + 90, width: width - 24)
            y += height + 12
        }
        if !picture.homeless.isEmpty {
            let lines = picture.homeless.map { ($0.name, $0.figures) }
            elements.append(.line("quiet", "subnet not known", x: x + 12, y: y + 18, width: width - 24))
            elements += rows(lines, x: x + 12, y: y + 38, width: width - 24)
            y += 38 + lines.count * row
        }
        return (elements, y + 4)
    }

    private static func rows(_ lines: [(String, String)], x: Int, y: Int, width: Int) -> [SVGElement] {
        lines.enumerated().flatMap { index, line in
            [
                SVGElement.line("text", line.0, x: x, y: y + index * row, width: 160),
                SVGElement.line("quiet", line.1, x: x + 176, y: y + index * row, width: width - 176),
            ]
        }
    }

    private static func bar(_ bar: AddressBar, x: Int, y: Int, width: Int) -> [SVGElement] {
        guard bar.isSizeKnown else {
            return [
                .rect("unknown", x: x, y: y, width: width, height: barHeight, title: "size not known here")
            ]
        }
        var x = x
        return bar.widths(of: width).map { part, cells in
            defer { x += cells }
            return .rect(
                part.rawValue, x: x, y: y, width: cells, height: barHeight,
                title: "\(bar[part]) \(part.label)")
        }
    }

    /// Peers and sites beside the VNet, below each other, and a line to each.
    private static func surroundings(
        _ picture: NetworkPicture, x: Int, y: Int, from edge: Int, above bottom: Int
    ) -> (boxes: [SVGElement], links: [SVGElement], end: Int) {
        var (boxes, links): ([SVGElement], [SVGElement]) = ([], [])
        var y = y
        for neighbour in picture.neighbours {
            let lines =
                [neighbour.link] + some(neighbour.ranges)
                + neighbour.behind.flatMap { ["behind it \($0.name)"] + some($0.ranges).map { "  \($0)" } }
            let height = 34 + lines.count * row
            boxes.append(
                .rect(neighbour.kind.rawValue, x: x, y: y, width: neighbourWidth, height: height, radius: 6))
            boxes.append(.line("name", neighbour.heading, x: x + 12, y: y + 22, width: neighbourWidth - 24))
            for (index, line) in lines.enumerated() {
                boxes.append(
                    .line("quiet", line, x: x + 12, y: y + 42 + index * row, width: neighbourWidth - 24))
            }
            links.append(
                SVGElement(
                    "path",
                    [
                        "class": neighbour.isConnected ? "link" : "link none",
                        "d": "M\(edge) \(min(y + 18, bottom - 18))h\(gap / 2)V\(y + 18)H\(x)",
                    ]))
            y += height + 12
        }
        return (boxes, links, y)
    }

    /// The first ranges, and how many there are besides.
    private static func some(_ ranges: [String]) -> [String] {
        ranges.count <= 8 ? ranges : ranges.prefix(7) + ["and \(ranges.count - 7) more"]
    }

    private static func legend(_ picture: NetworkPicture, y: Int) -> [SVGElement] {
        let parts = AddressBar.Part.allCases.filter { part in picture.subnets.contains { $0.bar[part] > 0 } }
        var x = margin
        return parts.flatMap { part -> [SVGElement] in
            let width = 30 + 8 * part.label.count
            defer { x += width + 12 }
            return [
                .rect(part.rawValue, x: x, y: y, width: 16, height: 16),
                .line("quiet", part.label, x: x + 22, y: y + 13, width: width),
            ]
        }
    }
}

extension NetworkPicture.Resident {
    fileprivate var rest: String { [name, address].compactMap(\.self).joined(separator: " ") }
}
