/// How the SVG's parts look, on light pages and on dark ones. Surge and what is missing are hatched, for whoever sees no colours.
enum PictureStyle {
    static let text = """

        text { font: 13px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
        .name { font-weight: bold }
        .quiet { fill: #59636e }
        .page { fill: #ffffff }
        .vnet { fill: #f6f8fa; stroke: #0969da; stroke-width: 2 }
        .subnet, .peer, .site { fill: #ffffff; stroke: #d1d9e0 }
        .peer { stroke: #8250df }
        .site { stroke: #9a6700 }
        .link { fill: none; stroke: #59636e; stroke-width: 2 }
        .none { stroke-dasharray: 4 4 }
        .used { fill: #0969da }
        .reserved { fill: #8250df }
        .others { fill: #bf8700 }
        .azure { fill: #818b98 }
        .free { fill: #d9f2e0 }
        .unknown { fill: #e6eaef }
        .surge { fill: url(#surge) }
        .missing { fill: url(#missing) }
        .surge-ground { fill: #b6dcff }
        .surge-line { stroke: #0969da; stroke-width: 3 }
        .missing-ground { fill: #ffcecb }
        .missing-line { stroke: #cf222e; stroke-width: 3 }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .quiet { fill: #a6afb9 }
        .page { fill: #0d1117 }
        .vnet { fill: #151b23; stroke: #4493f8 }
        .subnet, .peer, .site { fill: #0d1117; stroke: #3d444d }
        .peer { stroke: #ab7df8 }
        .site { stroke: #d29922 }
        .link { stroke: #9198a1 }
        .used { fill: #4493f8 }
        .reserved { fill: #ab7df8 }
        .others { fill: #d29922 }
        .azure { fill: #656c76 }
        .free { fill: #12351f }
        .unknown { fill: #2a313c }
        .surge-ground { fill: #10305b }
        .surge-line { stroke: #4493f8 }
        .missing-ground { fill: #4b1113 }
        .missing-line { stroke: #f85149 }
        }

        """

    /// The hatchings.
    static var patterns: SVGElement {
        SVGElement("defs", [:], [hatching("surge"), hatching("missing")])
    }

    private static func hatching(_ name: String) -> SVGElement {
        SVGElement(
            "pattern",
            [
                "id": name, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                "patternTransform": "rotate(45)",
            ],
            [
                .rect("\(name)-ground", x: 0, y: 0, width: 6, height: 6),
                SVGElement(
                    "line", ["class": "\(name)-line", "x1": "0", "y1": "0", "x2": "0", "y2": "6"]),
            ])
    }
}
