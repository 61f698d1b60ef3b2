/// A command to type next: for the same folder, at the same place in Azure, with the same login.
enum NextCommand {
    /// The command `slipway VERB FOLDER` with the options that lead to the same place, ready to be pasted into a shell.
    static func text(_ verb: String, _ folder: String, _ azure: AzureOptions) -> String {
        var words = ["slipway"] + verb.split(separator: " ").map(String.init) + [folder]
        for (name, value) in [
            ("--subscription", azure.subscription), ("--resource-group", azure.resourceGroup),
            ("--location", azure.location), ("--tenant", azure.tenant),
            ("--auth", azure.auth == .auto ? nil : azure.auth.rawValue), ("--cloud", azure.cloud?.rawValue),
            ("--endpoint", azure.endpoint),
        ] {
            if let value { words += [name, value] }
        }
        return words.map(shellWord).joined(separator: " ")
    }

    /// `text` as one word of a POSIX shell.
    static func shellWord(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:=@%+,".utf8.contains(byte)
            }
        }
        guard !isPlain || text.isEmpty else { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
