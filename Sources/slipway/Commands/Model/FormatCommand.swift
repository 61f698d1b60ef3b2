import ArgumentParser
import Authoring
import Document
import Findings
import Fixing
import Generation

/// `slipway fmt FILE…`
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Give model files their one layout.",
        discussion: """
            White space changes and nothing else: two spaces a step, one key a line; what stands in brackets on one line \
            and fits into 120 columns stays there. Comments, the order of keys and the spelling of values stay. The files \
            that are changed are listed.

            Exit status: 0 all have their layout, 1 some have not (with --check) or cannot get it, 2 not readable.
            """)

    @Argument(
        help: ArgumentHelp("The models' files, or - for standard input to output.", valueName: "file"))
    var files: [String]

    @Flag(help: "Change nothing; list the files that would be changed.")
    var check = false

    @Flag(help: "Change nothing; print what would be changed.")
    var diff = false

    func run() throws {
        var status = ExitStatus.accepted
        for file in files {
            do {
                status = max(status, try lay(file))
            } catch let unreadable as UnreadableDocument {
                FindingsPrinter.print([unreadable.finding], of: nil)
                status = max(status, .unreadable)
            } catch is ModelLayout.Failure {
                Console.printError(
                    "slipway: \(file.printable) stays as it is: its layout cannot be changed without its content; "
                        + "please report it")
                status = max(status, .refused)
            } catch let error as SystemError {
                Console.printError("slipway: \(error)")
                status = max(status, .refused)
            }
        }
        throw CommandEnd(status: status)
    }

    private func lay(_ file: String) throws -> ExitStatus {
        let old = try ModelFile.bytes(at: file)
        let new = try ModelLayout.bytes(of: try Document(reading: old, file: file))
        if file == "-", !check, !diff {
            Console.write(String(decoding: new, as: UTF8.self))
            return .accepted
        }
        guard new != old else { return .accepted }
        if diff {
            Console.write(UnifiedDiff.text(old, new, file: file))
        } else {
            Console.print(file.printable)
        }
        if !check, !diff { try ReplacedFile.write(new, to: file) }
        return check ? .refused : .accepted
    }
}
