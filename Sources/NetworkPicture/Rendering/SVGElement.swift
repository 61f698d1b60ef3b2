import Findings
import Reporting

/// An element of a picture. Text and attributes are escaped when it is written, so that nothing of a model becomes markup.
struct SVGElement {
    private var name: String
    private var attributes: [(String, String)]
    private var text: String?
    private var children: [SVGElement]

    init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes.map { ($0.key, $0.value) }
        self.children = children
    }

    /// An element with nothing but text.
    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes)
        self.text = text
    }

    /// The markup, with `depth` steps of indentation.
    func markup(depth: Int = 0) -> String {
        let margin = String(repeating: " ", count: depth)
        let tag = name + attributes.map { " \($0.0)=\"\($0.1.xml)\"" }.joined()
        if let text, children.isEmpty {
            // Lines stay lines, so that a style can be read.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).xml }
            return "\(margin)<\(tag)>\(lines.joined(separator: "\n"))</\(name)>\n"
        }
        if children.isEmpty { return "\(margin)<\(tag)/>\n" }
        let inner = children.map { $0.markup(depth: depth + 1) }.joined()
        return "\(margin)<\(tag)>\n\(inner)\(margin)</\(name)>\n"
    }

    static func rect(
        _ kind: String, x: Int, y: Int, width: Int, height: Int, radius: Int = 0, title: String? = nil
    ) -> SVGElement {
        SVGElement(
            "rect",
            [
                "class": kind, "x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)",
                "rx": "\(radius)",
            ], title.map { [SVGElement("title", text: $0)] } ?? [])
    }

    /// One line of text, shortened to `width` pixels; the whole of it is then shown where the pointer rests.
    static func line(_ kind: String = "text", _ text: String, x: Int, y: Int, width: Int) -> SVGElement {
        // Letters of the picture's font, which is a monospaced one of 13 pixels, are 8 wide at most.
        let whole = text.printable
        let shown = whole.shortened(to: width / 8)
        guard shown != whole else {
            return SVGElement("text", ["class": kind, "x": "\(x)", "y": "\(y)"], text: whole)
        }
        return SVGElement(
            "text", ["class": kind, "x": "\(x)", "y": "\(y)"],
            [SVGElement("title", text: whole), SVGElement("tspan", text: shown)])
    }
}

extension String {
    /// The text, or its beginning and an ellipsis, in at most `columns` columns.
    func shortened(to columns: Int) -> String {
        guard displayWidth > columns else { return self }
        var kept = String.UnicodeScalarView()
        var width = 1
        for scalar in unicodeScalars {
            width += scalar.displayWidth
            if width > columns { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }
}
