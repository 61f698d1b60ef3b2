extension String {
    /// The text with control characters and marks of direction made harmless, for a terminal: a model must not be able to
    /// steer one, nor to show another text than it has.
    public var printable: String {
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isDirection =
                (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                || (0x200E...0x200F).contains(scalar.value) || scalar.value == 0x061C
            clean.append(isControl ? (scalar == "\t" ? " " : "\u{FFFD}") : isDirection ? "\u{FFFD}" : scalar)
        }
        return String(clean)
    }
}
