import ArgumentParser
import Project

/// Which findings count, and how much.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask these rules only.", discussion: "Ids or families, with commas between them: IP,KU016.",
            valueName: "rules"))
    var only: RuleList?

    @Option(help: ArgumentHelp("Do not ask these rules.", valueName: "rules"))
    var ignore: RuleList?

    @Option(
        help: ArgumentHelp(
            "The project file; by default the nearest .slipway.yaml above the model.", valueName: "file"))
    var project: String?

    @Flag(help: "Look for no project file.")
    var noProject = false

    /// What they amount to, with the team's file.
    func policy(_ project: ProjectFile) -> FindingPolicy {
        FindingPolicy(only: only?.selectors ?? [], ignored: ignore?.selectors ?? [], project: project)
    }
}

/// Rules as a list on the command line.
struct RuleList: ExpressibleByArgument {
    let selectors: [RuleSelector]

    init?(argument: String) {
        let parts = argument.split(separator: ",")
        let selectors = parts.compactMap { RuleSelector(String($0)) }
        guard !selectors.isEmpty, selectors.count == parts.count else { return nil }
        self.selectors = selectors
    }
}
