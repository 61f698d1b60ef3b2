import ArgumentParser

/// The command-line tool: each command is a file in `Commands`, which parses, calls and prints, and decides nothing.
@main
struct Slipway: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slipway",
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
            VersionCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
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

/// The version of slipway.
enum Version {
    static let text = "0.1.0"
}
