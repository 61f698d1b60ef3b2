import Document
import Findings

/// Prints findings for people, on standard error.
enum FindingsPrinter {
    /// Each finding with its place, the offending line and a caret; `why` says what a rule is for.
    static func print(
        _ findings: [Finding], of document: Document?, colour: ColourChoice = .auto,
        why: (RuleID) -> String? = { _ in nil }
    ) {
        guard !findings.isEmpty else { return }
        let writer = FindingsText(
            .init(isColoured: colour.isColoured, showsLines: document != nil, width: Console.errorWidth))
        Console.printError(writer.text(of: findings, line: { document?.line(at: $0) }, why: why))
    }
}
