internal import Addressing
internal import CNISpec
internal import LinuxSystem

/// The nftables table that gives packets of pods the machine's address where their own means nothing.
///
/// nft loads a file as one transaction: the old table goes and the new one comes, or nothing changes. Other tables are not
/// touched.
struct SNATTable {
    /// What `nft -f` reads.
    let text: String

    /// Declares the table first, so that deleting it is no error where it is not there.
    private static let removal = "table ip slipway_snat\ndelete table ip slipway_snat\n"

    /// The table of the settings file.
    init(_ configuration: PluginConfiguration) throws(CNIError) {
        let settings: NodeSettings
        do throws(SettingsError) { settings = try NodeSettings.read(configuration.settingsPath) } catch {
            throw CNIError(.invalidConfiguration, "\(error)")
        }
        guard let snat = settings.snat else {
            throw CNIError(.invalidConfiguration, "\(configuration.settingsPath) has no \"snat\"")
        }
        text = Self.text(snat)
    }

    /// The text for `settings`.
    static func text(_ settings: SNATSettings) -> String {
        guard settings.mode == .masquerade else { return removal }
        var set = ""
        var rules = ["fib daddr type local return"]
        if !settings.unmasqueradedSources.isEmpty {
            // The instance metadata service answers a machine's first address only, so it never sees a pod's.
            let sources = list(settings.unmasqueradedSources)
            rules.append("ip saddr { \(sources) } ip daddr != 169.254.169.254 return")
        }
        if !settings.unmasqueraded.isEmpty {
            set = """
                    set unmasqueraded {
                        type ipv4_addr
                        flags interval
                        auto-merge
                        elements = { \(list(settings.unmasqueraded)) }
                    }

                """
            rules.append("ip daddr @unmasqueraded return")
        }
        rules.append(
            "iifname \"\(settings.podInterfacePrefix)*\" oifname \"\(settings.interface)\" masquerade fully-random"
        )
        let lines = (["type nat hook postrouting priority srcnat; policy accept;"] + rules).map {
            "        \($0)\n"
        }
        return
            "\(removal)table ip slipway_snat {\n\(set)    chain postrouting {\n\(lines.joined())    }\n}\n"
    }

    private static func list(_ prefixes: [IPv4Prefix]) -> String {
        prefixes.map({ $0.description }).joined(separator: ", ")
    }

    /// Loads the table in place of the one before.
    func apply() throws(CNIError) { try Self.load(text) }

    /// Removes the table; none is no error.
    static func remove() throws(CNIError) { try load(removal) }

    private static func load(_ text: String) throws(CNIError) {
        let status: Int32
        do throws(SystemCallError) {
            status = try ChildProcess.run(["nft", "-f", "-"], input: Array(text.utf8))
        } catch {
            throw CNIError(
                .inputOutput, "\(error)", details: error.isNoEntry ? "install the package nftables" : "")
        }
        guard status == 0 else { throw CNIError(.kernel, "nft refuses the table: exit code \(status)") }
    }
}
