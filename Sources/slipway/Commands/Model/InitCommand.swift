import ArgumentParser
import Authoring
import Catalogue
import Document
import Findings
import Generation
import Rules

/// `slipway init [FILE]`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a first model, with comments.",
        discussion: """
            On a terminal what the flags leave open is asked, unless --defaults is given. What is written has been \
            validated; what is still to be filled in is said on standard error.

            Exit status: 0 written, 1 the answers are refused or the file is there already, 2 wrong usage.
            """)

    @Argument(help: "The file to write, or - for standard output.")
    var file = "cluster.yaml"

    @OptionGroup var answers: DraftOptions

    @Flag(help: "Ask nothing; take the standard where a flag is left out.")
    var defaults = false

    @Flag(help: "Replace the file if it is there.")
    var force = false

    func run() throws {
        try NewFile.check(file, force: force)
        let catalogues = Catalogues.embedded()
        do {
            var draft = try answers.draft()
            if !defaults, Console.inputIsTerminal {
                draft = try DraftDialogue(answers, catalogues).completed(draft)
            }
            let review = try DraftReview(draft, catalogues, file: file)
            FindingsPrinter.print(review.told, of: review.document)
            guard review.isAccepted else { throw CommandEnd(status: .refused) }
            try NewFile.write(draft.bytes, to: file)
            for finding in review.open {
                Console.printError("slipway: still to be filled in: \(finding.path): \(finding.message)")
            }
            if Console.outputIsTerminal, file != "-" {
                Console.print("\(file.printable): written. Next: slipway validate \(file.printable)")
            }
        } catch let unreadable as UnreadableDocument {
            FindingsPrinter.print([unreadable.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
    }
}
