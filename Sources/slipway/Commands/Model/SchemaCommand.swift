import ArgumentParser
import Authoring
import Catalogue
import Generation
import JSONText

/// `slipway schema`
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of model files, for editors.",
        discussion: """
            Draft 2020-12, made from the tables by which models are read. Keys stand in it in their usual spelling only. \
            docs/writing-models.md says how editors use it.
            """)

    @Option(help: ArgumentHelp("Write it to a file, in place of one that is there.", valueName: "file"))
    var out: String?

    func run() throws {
        let defaults: JSONValue
        do {
            defaults = try JSONValue(parsing: Catalogues.defaults)
        } catch {
            throw CommandEnd.ownError(error)
        }
        let text = JSONWriter.bytes(of: ModelSchema.json(defaults: defaults))
        guard let out else { return Console.write(String(decoding: text, as: UTF8.self)) }
        do {
            try ReplacedFile.write(text, to: out)
        } catch {
            Console.printError("slipway: \(error)")
            throw CommandEnd(status: .refused)
        }
    }
}
