internal import Addressing

/// Which packets of pods leave with the machine's address.
struct SNATSettings: Sendable, Equatable {
    /// Whether any do.
    enum Mode: String {
        /// All but those to `unmasqueraded`, and from `unmasqueradedSources`.
        case masquerade
        /// None: appliances see the pods' addresses.
        case none
    }

    var mode = Mode.masquerade
    /// The interface that leads out.
    var interface = "eth0"
    /// The first letters of the pods' interfaces on the machine.
    var podInterfacePrefix = "slw"
    /// Destinations that see pods' own addresses.
    var unmasqueraded: [IPv4Prefix] = []
    /// Pods that have a public address of their own.
    var unmasqueradedSources: [IPv4Prefix] = []

    init(_ reader: SettingsReader) throws(SettingsError) {
        try reader.allow(["mode", "interface", "podInterfacePrefix", "unmasqueraded", "unmasqueradedSources"])
        if let text = try reader.text("mode") {
            guard let mode = Mode(rawValue: text) else {
                throw reader.wrong("mode", "\"masquerade\" or \"none\" is expected")
            }
            self.mode = mode
        }
        if let name = try reader.interface("interface") { interface = name }
        if let prefix = try reader.interface("podInterfacePrefix") { podInterfacePrefix = prefix }
        // Both stand in quotation marks in the table's text.
        for (key, text) in [("interface", interface), ("podInterfacePrefix", podInterfacePrefix)]
        where !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"\\*;{}".utf8.contains($0) }) {
            throw reader.wrong(key, "such a character is not possible here")
        }
        unmasqueraded = try reader.prefixes("unmasqueraded")
        unmasqueradedSources = try reader.prefixes("unmasqueradedSources")
    }
}
