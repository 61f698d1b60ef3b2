internal import CNISpec
internal import JSONText
internal import ProductVersion

/// A call by a person or a unit of systemd: a command and its options.
struct PeopleCall {
    /// Where the state and the settings are.
    var configuration = PluginConfiguration()
    /// Whether the answer is JSON.
    var wantsJSON = false

    static let usage = """
        slipway-vnet gives pods addresses of the virtual network. Container runtimes call it with CNI_COMMAND set.

        Usage: slipway-vnet COMMAND [--json] [--settings FILE] [--state-directory FOLDER]

          status        the pool and who could still get an address of it
          list          the attachments, and addresses that are held though Azure took them away
          check-node    what the machine needs so that pods can talk, and what to do where it lacks
          refresh       ask Azure for the addresses, and give back those whose pods are gone
          snat show     the nftables table that the settings ask for
          snat apply    load it in place of the one before
          snat remove   remove it
          version       the version, and the CNI versions that it speaks
          help          this text

        Exit codes: 0 done, 1 it failed or a check failed, 2 wrong usage.
        """

    /// Does what the arguments ask and returns the exit code.
    static func run(_ arguments: [String]) -> Int32 {
        var call = PeopleCall()
        var words: [String] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--json": call.wantsJSON = true
            case "--settings", "--state-directory":
                guard let path = rest.popFirst(), path.hasPrefix("/") else {
                    return misused("\(word) needs an absolute path")
                }
                if word == "--settings" {
                    call.configuration.settingsPath = path
                } else {
                    call.configuration.stateDirectory = path
                }
            case "-h", "--help": words = ["help"]
            case "--version": words.append("version")
            case _ where word.hasPrefix("-"): return misused("unknown option \(word)")
            default: words.append(word)
            }
        }
        return call.run(words)
    }

    private static func misused(_ why: String) -> Int32 {
        Invocation.complain("slipway-vnet: \(why)\n\n\(usage)")
        return 2
    }

    private func run(_ words: [String]) -> Int32 {
        do throws(CNIError) {
            switch words {
            case ["help"]: say(Self.usage)
            case ["version"]:
                say(
                    "slipway-vnet \(ProductVersion.text), CNI \(CNIVersion.allCases.map({ $0.rawValue }).joined(separator: " "))"
                )
            case ["status"]: try StatusReport(call: self).run()
            case ["list"]: try AttachmentList(call: self).run()
            case ["check-node"]: return try NodeCheck(call: self).run() ? 0 : 1
            case ["refresh"]: try Refresh(call: self).run()
            case ["snat", "show"]: say(try SNATTable(configuration).text)
            case ["snat", "apply"]: try SNATTable(configuration).apply()
            case ["snat", "remove"]: try SNATTable.remove()
            case []: return Self.misused("a command is missing")
            default: return Self.misused("unknown command \(words.joined(separator: " "))")
            }
            return 0
        } catch {
            let details = error.details.isEmpty ? "" : "\n  \(error.details)"
            Invocation.complain("slipway-vnet: \(error.message)\(details)")
            return 1
        }
    }

    /// Prints a text.
    func say(_ text: String) {
        _ = Invocation.output(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    /// Prints a value as JSON.
    func say(_ value: JSONValue) { _ = Invocation.output(JSONWriter.bytes(of: value)) }
}
