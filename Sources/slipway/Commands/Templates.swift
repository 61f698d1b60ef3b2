import ArgumentParser
import Generation

/// `slipway templates`
struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Work with the files that nodes get.", subcommands: [Export.self])

    /// `slipway templates export DIR`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the templates into a new folder, for generate --templates.")

        @Argument(help: "The folder to write; it must be new or empty.")
        var dir: String

        func run() throws {
            do {
                try TemplateFiles.export(to: dir)
            } catch {
                Console.printError("slipway: \(error)")
                throw CommandEnd(status: .refused)
            }
        }
    }
}
