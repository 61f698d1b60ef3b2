import ArgumentParser
import Catalogue
import Document
import Generation
import Rules

/// What every command that reads a model has.
struct ModelOptions: ParsableArguments {
    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp(
            "Set values of the model, as if they stood in it.",
            discussion:
                "For example agentPoolProfiles[0].count=5,masterProfile.dnsPrefix=prod. Paths begin below "
                + "properties; a value with a comma stands in double quotes. May be given several times.",
            valueName: "path=value,…"))
    var assignments: [String] = []

    @Flag(help: "Turn warnings about room for upgrades into errors.")
    var strict = false

    /// Reads and judges the model at `path`.
    ///
    /// - Throws: if it cannot be read as a model at all.
    func review(
        _ path: String, _ catalogues: Catalogues, isStrict: Bool? = nil
    ) throws(UnreadableDocument) -> Review {
        var document = try Document(reading: try ModelFile.bytes(at: path), file: path)
        for assignment in assignments { try document.assign(assignment) }
        for assignment in try ModelSecrets.assignments(besides: path, of: document) {
            try document.assign(assignment)
        }
        return try Review(document, catalogues: catalogues, isStrict: isStrict ?? strict)
    }

    /// As `review`; where it cannot be read as a model, why is printed and the command ends.
    func readable(_ path: String, _ catalogues: Catalogues) throws -> Review {
        do { return try review(path, catalogues) } catch {
            FindingsPrinter.print([error.finding], of: nil)
            throw CommandEnd(status: .unreadable)
        }
    }

    /// As `readable`; a model that a rule refuses ends the command, too, after its findings were printed.
    ///
    /// - Parameter isQuiet: print nothing of one that is accepted, for commands that are about something else.
    func accepted(_ path: String, _ catalogues: Catalogues, isQuiet: Bool = false) throws -> Review {
        let review = try readable(path, catalogues)
        if !isQuiet || !review.isAccepted {
            FindingsPrinter.print(review.findings, of: review.document)
        }
        guard review.isAccepted else { throw CommandEnd(status: .refused) }
        return review
    }
}
