extension String {
    /// The text with control characters and marks of direction made harmless, for a terminal: a model must not be able to
    /// steer one, nor to show another text than it has.
    public var printable: String {
        // Nearly every text is plain, and comes back as it is.
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isHarmful = scalar.isControl || scalar.isMisleading
            clean.append(isHarmful ? (scalar == "\t" ? " " : "\u{FFFD}") : scalar)
        }
        return String(clean)
    }
}

extension Unicode.Scalar {
    /// Whether it steers a terminal: C0, DEL and C1.
    public var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// Whether it makes readers see another text than there is: marks of direction, line and paragraph separators, and
    /// characters without any width. Source: Unicode Technical Report 36; Boucher and Anderson, "Trojan Source", 2021.
    public var isMisleading: Bool {
        switch value {
        case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
