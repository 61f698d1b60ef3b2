import Findings

extension String {
    /// The text as the content or attribute of an XML 1.0 element: what XML cannot hold, and what would show another text
    /// than there is, is U+FFFD.
    public var xml: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text.append(contentsOf: "&amp;".unicodeScalars)
            case "<": text.append(contentsOf: "&lt;".unicodeScalars)
            case ">": text.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
            case "'": text.append(contentsOf: "&apos;".unicodeScalars)
            case "\t", "\n", "\r": text.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            default:
                let isHeld =
                    (0x20...0xD7FF).contains(scalar.value) && !(0x7F...0x9F).contains(scalar.value)
                    || (0xE000...0xFFFD).contains(scalar.value) || scalar.value >= 0x10000
                text.append(isHeld && !scalar.isMisleading ? scalar : "\u{FFFD}")
            }
        }
        return String(text)
    }
}
