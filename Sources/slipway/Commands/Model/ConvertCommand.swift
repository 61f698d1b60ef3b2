import ArgumentParser
import Authoring
import Catalogue
import Document
import Findings
import Fixing
import Generation

/// `slipway convert MODEL`
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a model in its other notation: JSON as YAML, YAML as JSON.",
        discussion: """
            Keys keep their order, values stay what they are. Comments are lost in JSON, which has none; how many is said \
            on standard error. With --update-keys the model also gets today's keys, as fix gives them: usual spellings, \
            new names of values, nothing without effect.

            Exit status: 0 written, 1 not written, 2 not readable.
            """)

    /// The notations.
    enum Notation: String, ExpressibleByArgument, CaseIterable {
        case json, yaml

        var notation: ModelConversion.Notation {
            switch self {
            case .json: .json
            case .yaml: .yaml
            }
        }
    }

    /// The rules whose findings `--update-keys` mends: no effect, usual spelling, old value.
    private static let updates: Set<String> = ["ST001", "ST003", "ST006"]

    @Argument(help: "The model's file, or - for standard input.")
    var model: String

    @Option(help: "The notation; by default the output file's, else the one that the model has not.")
    var to: Notation?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"))
    var output = "-"

    @Flag(help: "Also give the model today's keys and values.")
    var updateKeys = false

    @Flag(help: "Replace the output file if it is there.")
    var force = false

    func run() throws {
        do {
            try NewFile.check(output, force: force)
            try convert()
        } catch let unreadable as UnreadableDocument {
            FindingsPrinter.print([unreadable.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
    }

    private func convert() throws {
        var bytes = try ModelFile.bytes(at: model)
        if updateKeys {
            let mender = Mender(Catalogues.embedded(), isStrict: false, allowsUnsafe: false) { finding, _ in
                Self.updates.contains(finding.rule.id)
            }
            let outcome = try mender.mend(bytes, file: model)
            bytes = outcome.bytes
            for finding in outcome.mended {
                Console.printError(
                    "\(model.printable): \(finding.rule.id): \((finding.remedy ?? finding.message).printable)"
                )
            }
        }
        let document = try Document(reading: bytes, file: model)
        let notation = to?.notation ?? named ?? (document.isJSON ? .yaml : .json)
        // What only its owner may read stays so.
        let mode = model == "-" ? 0o644 : (try? POSIX.mode(of: model)) ?? 0o644
        try NewFile.write(ModelConversion.bytes(of: document, as: notation), to: output, mode: mode & 0o666)
        if notation == .json { reportComments(of: document) }
    }

    /// The notation that the output's name says.
    private var named: ModelConversion.Notation? {
        let name = output.lowercased()
        if name.hasSuffix(".json") { return .json }
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : nil
    }

    private func reportComments(of document: Document) {
        let (count, holdSuppressions) = ModelConversion.comments(of: document)
        guard count > 0 else { return }
        Console.printError(
            "slipway: \(count) comment\(count == 1 ? " is" : "s are") left out: JSON has none"
                + (holdSuppressions
                    ? "; suppressions of findings go into .slipway.yaml (docs/validate.md)" : ""))
    }
}
