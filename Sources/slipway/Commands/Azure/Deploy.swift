import ArgumentParser

/// `slipway deploy`
struct Deploy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Bring a cluster into Azure, follow a deployment, or end it.",
        discussion: """
            slipway deploy MODEL|DIR looks first (preflight), says what will happen (what-if), asks, deploys, shows how it goes \
            and explains what failed. Called again, it goes on where it stopped. docs/deploy.md has all of it.
            """,
        subcommands: [DeployRun.self, DeployStatus.self, DeployCancel.self, DeployLogs.self],
        defaultSubcommand: DeployRun.self)
}
