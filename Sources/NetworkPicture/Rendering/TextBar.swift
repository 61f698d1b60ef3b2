/// A bar of letters, which needs neither colour nor a font of its own.
enum TextBar {
    /// The letter of each part.
    static func letter(of part: AddressBar.Part) -> Character {
        switch part {
        case .azure: "a"
        case .others: "o"
        case .reserved: "r"
        case .used: "#"
        case .surge: "+"
        case .free: "."
        case .missing: "!"
        }
    }

    /// `bar` in `cells` letters between brackets; question marks where the subnet's size is not known.
    static func text(of bar: AddressBar, cells: Int) -> String {
        guard bar.isSizeKnown else { return "[" + String(repeating: "?", count: cells) + "]" }
        let letters = bar.widths(of: cells).map { String(repeating: letter(of: $0.part), count: $0.cells) }
        return "[\(letters.joined())]"
    }

    /// What the letters of `bars` mean.
    static func legend(of bars: [AddressBar]) -> String {
        let parts = AddressBar.Part.allCases.filter { part in bars.contains { $0.isSizeKnown && $0[part] > 0 }
        }
        return parts.map { "\(letter(of: $0)) \($0.label)" }.joined(separator: ", ")
    }
}
