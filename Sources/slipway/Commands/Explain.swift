import ArgumentParser
import ChangeReview
import ClusterModel
import Findings
import RuleManual

/// `slipway explain [ID]`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show a rule's manual page: what it checks, why, and how to mend what it finds.",
        discussion:
            "Without an id all rules are listed; with --changes every key of the model, and the rule that knows what "
            + "its change does to a running cluster.")

    @Argument(help: ArgumentHelp("The rule, such as IP001.", valueName: "id"))
    var id: String?

    @Flag(help: "List the keys of the model with the rules about their changes.")
    var changes = false

    func run() throws {
        if changes {
            let keys = ClassifiedKey.all.filter { id == nil || $0.rule?.id == id?.uppercased() }
            let lines = keys.map { "\($0.rule?.id ?? "-    ")  \($0.pattern)" }
            return Console.print(lines.joined(separator: "\n"))
        }
        guard let id else {
            let pages = RuleManual.pages
            Console.print(
                pages.map { "\($0.rule.id)  \($0.severity.rawValue.padded(to: 7))  \($0.summary)" }.joined(
                    separator: "\n"))
            return
        }
        if let page = RuleManual.page(of: id) { return Console.print(page.text) }
        let near = Spelling.nearest(to: id, among: RuleManual.pages.map(\.rule.id))
        Console.printError(
            "slipway: there is no rule \(id.printable)"
                + (near.map { "; did you mean \($0)?" } ?? "; slipway explain lists all"))
        throw CommandEnd(status: .unreadable)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
