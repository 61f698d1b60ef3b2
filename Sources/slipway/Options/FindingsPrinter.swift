import Document
import Findings

/// Prints findings for people, on standard error.
enum FindingsPrinter {
    /// Each finding with its place; on a terminal with the offending line and a caret.
    static func print(_ findings: [Finding], of document: Document?) {
        guard !findings.isEmpty else { return }
        let coloured = Console.errorIsColoured
        let writer = FindingsText(.init(isColoured: coloured, showsLines: document != nil))
        Console.printError(writer.text(of: findings) { document?.line(at: $0) })
    }
}
