/// `/etc/slipway/node.env`: what the steps read, one `NAME='value'` a line, every value quoted for the shell.
struct NodeEnvironment {
    private var lines: [String] = []

    mutating func set(_ name: StaticString, _ value: String) {
        lines.append("\(name)=\(Self.quoted(value))\n")
    }

    var bytes: [UInt8] { Array(lines.joined().utf8) }

    /// Between single quotes nothing means anything to the shell; a quote itself stands outside them.
    static func quoted(_ value: String) -> String {
        "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
