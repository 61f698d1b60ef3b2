import ArgumentParser
import ClusterModel
import Findings
import ProductVersion

/// The command-line tool: each command is a file in `Commands`, which parses, calls and prints, and decides nothing.
@main
struct Slipway: ParsableCommand {
    /// The program's name, by which people call it.
    static let name = "slipway"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Self-managed Kubernetes on Azure whose pods are members of the virtual network.",
        discussion: """
            A cluster is described by a model: acs-engine's vlabs language in JSON or YAML, with slipway's own keys. \
            Validate it in every pull request, generate its templates, deploy them.

            Exit status: 0 accepted, 1 refused, 2 not readable as a model or wrong usage. Commands that talk to Azure also: \
            3 not permitted, 4 failed in Azure, 5 timed out, 6 Azure not reachable, 130 interrupted.
            """,
        version: Version.text,
        subcommands: [
            Generate.self, Validate.self, FixCommand.self, Explain.self, Plan.self, PreflightCommand.self,
            Deploy.self, Destroy.self, Subnets.self, Scale.self, Upgrade.self, Certs.self, Doctor.self,
            BundleCommand.self, Templates.self, TraceCommand.self, ReachabilityCommand.self,
            NetworkCommand.self,
            SchemaCommand.self, InitCommand.self, ConvertCommand.self, FormatCommand.self,
            VersionCommand.self,
        ])

    static func main() {
        do {
            var command = try Self.command(CommandLine.arguments.dropFirst())
            try command.run()
            Console.exit(.accepted)
        } catch let end as CommandEnd {
            Console.exit(end.status)
        } catch {
            let text = fullMessage(for: error)
            if exitCode(for: error).isSuccess {
                Console.print(text)
                Console.exit(.accepted)
            }
            Console.printError(text)
            Console.exit(.unreadable)
        }
    }
}

extension Slipway {
    /// The command that `arguments` ask for.
    ///
    /// The first argument nearly always names it, and then only its own options are looked at: going through the options of
    /// all commands takes longer than validating a model. Whatever is not understood that way (help, mistakes, commands of
    /// commands) is read from the root, so that usage and help come from one place.
    private static func command(_ arguments: ArraySlice<String>) throws -> any ParsableCommand {
        if let command = PlainCall.command(arguments) { return command }
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        if let named, let command = parsed(named, Array(arguments.dropFirst())) { return command }
        if let word = arguments.first, named == nil, !word.hasPrefix("-"), word != "help" {
            let names = configuration.subcommands.compactMap { $0.configuration.commandName }
            let near = Spelling.nearest(to: word, among: names)
            throw ValidationError(
                "There is no command '\(word.printable)'\(near.map { "; the nearest is '\($0)'" } ?? "").")
        }
        return try parseAsRoot(Array(arguments))
    }

    private static func parsed<Command: ParsableCommand>(
        _ type: Command.Type, _ arguments: [String]
    ) -> (any ParsableCommand)? {
        guard type.configuration.subcommands.isEmpty else { return nil }
        return (try? type.parseAsRoot(arguments)) as? Command
    }
}

/// The version of slipway.
enum Version {
    static let text = ProductVersion.text
}
