import ChangeReview
import Findings
import JSONText
import RuleManual

/// The review of a change: for people, for a comment, for tools.
public enum ChangeReport {
    /// Lines for a terminal; nothing where there is nothing to say.
    public static func text(of model: ComparedModel) -> String {
        let review: ChangeReview
        switch model.outcome {
        case .new:
            return "\(model.file) is not in \(model.against): a new cluster".printable + "\n"
        case .untold, .unreadable: return ""
        case .reviewed(let made, _): review = made
        }
        var lines = [headline(review, model).printable]
        guard !review.changes.isEmpty else { return lines[0] + "\n" }
        let width = review.changes.map(\.effect.words.count).max() ?? 0
        for change in sorted(review.changes) {
            let mark = model.accepts(change) ? " " : "!"
            lines.append(
                "\(mark) \(padded(change.effect.words, width))  \(change.rule.id)  \(change.title)".printable)
        }
        lines += ["", "  addresses of the subnets       before    during     after        of"]
        lines += review.addresses.map { row in
            let figures = [row.before, row.during, row.after].map { leading("\($0)", 10) }.joined()
            return "  \(padded(row.subnet, 27))\(figures)\(leading(row.usable.map { "\($0)" } ?? "?", 10))"
                .printable
        }
        if !review.steps.isEmpty { lines.append("") }
        lines += review.steps.enumerated().map { "  \($0 + 1). \($1.text)".printable }
        return lines.map { "\($0)\n" }.joined()
    }

    /// A part of a comment: a headline, a table, the rest folded.
    static func markdown(of model: ComparedModel) -> String {
        let title = "#### Change of \(model.file.markdownCode)"
        let review: ChangeReview
        switch model.outcome {
        case .new: return "\(title): a new cluster\n"
        case .untold, .unreadable: return "\(title): cannot be told, see the findings\n"
        case .reviewed(let made, _): review = made
        }
        guard let effect = review.effect else { return "\(title): nothing\n" }
        var text = "\(title): \(effect.words)\n\nAgainst \(model.against.markdownCode).\n\n"
        text += "| | What it does | Key | Before | After | Why |\n| --- | --- | --- | --- | --- | --- |\n"
        for change in sorted(review.changes) {
            let machines =
                change.machines.isEmpty ? "" : " (\(change.machines.joined(separator: ", ").markdown))"
            text +=
                "| \(mark(change, model)) | \(change.effect.words)\(machines) | \(change.subject.markdownCode) | "
                + "\((change.old ?? "").markdownCode) | \((change.new ?? "").markdownCode) | "
                + "\(change.rule.id): \(change.reason.markdown) |\n"
        }
        text += "\n| Subnet | Before | During | After | Of |\n| --- | ---: | ---: | ---: | ---: |\n"
        for row in review.addresses {
            text +=
                "| \(row.subnet.markdownCode) | \(row.before) | \(row.during) | \(row.after) | "
                + "\(row.usable.map { "\($0)" } ?? "?") |\n"
        }
        if !review.steps.isEmpty {
            text += "\n<details><summary>In this order</summary>\n\n"
            text += review.steps.enumerated().map { "\($0 + 1). \($1.text.markdown)\n" }.joined()
            text += "\n</details>\n"
        }
        return text
    }

    /// For tools: docs/change-review.md.
    static func json(of model: ComparedModel) -> JSONValue {
        switch model.outcome {
        case .new: return ["against": .string(model.against), "isNewCluster": true]
        case .untold, .unreadable: return ["against": .string(model.against), "isNewCluster": false]
        case .reviewed(let review, let places):
            return [
                "against": .string(model.against),
                "isNewCluster": false,
                "effect": review.effect.map { .string($0.rawValue) } ?? "none",
                "isAccepted": .bool(review.changes.allSatisfy(model.accepts)),
                "changes": .array(zip(review.changes, places).map { json($0, $1, model) }),
                "addresses": .array(review.addresses.map(json)),
                "steps": .array(review.steps.map(json)),
            ]
        }
    }

    private static func json(_ change: Change, _ place: SourceLocation, _ model: ComparedModel) -> JSONValue {
        .object(present: [
            "id": .string(change.rule.id),
            "name": .string(change.rule.name),
            "effect": .string(change.effect.rawValue),
            "isAccepted": .bool(model.accepts(change)),
            "path": .string("\(change.path)"),
            "oldPath": .string("\(change.oldPath)"),
            "oldFile": .string(place.file),
            "oldLine": .integer(place.line),
            "oldColumn": .integer(place.column),
            "old": change.old.map { .string($0) },
            "new": change.new.map { .string($0) },
            "machines": .array(change.machines.map { .string($0) }),
            "reason": .string(change.reason),
            "source": RuleManual.page(of: change.rule.id).map { .string($0.source) },
            "fix": change.remedy.map { .string($0) },
        ])
    }

    private static func json(_ row: AddressesOfChange) -> JSONValue {
        .object(present: [
            "subnet": .string(row.subnet), "usable": row.usable.map { .integer($0) },
            "before": .integer(row.before), "during": .integer(row.during), "after": .integer(row.after),
        ])
    }

    private static func json(_ step: ChangeStep) -> JSONValue {
        .object(present: [
            "action": .string(step.action.rawValue), "machines": step.machines.map { .string($0) },
            "count": .integer(step.count), "text": .string(step.text),
        ])
    }

    private static func headline(_ review: ChangeReview, _ model: ComparedModel) -> String {
        guard let effect = review.effect else { return "\(model.file) against \(model.against): no change" }
        let number = review.changes.count == 1 ? "1 change" : "\(review.changes.count) changes"
        return "\(model.file) against \(model.against): \(number), \(effect.words)"
    }

    /// The worst first, which is what a reader looks for.
    private static func sorted(_ changes: [Change]) -> [Change] {
        changes.enumerated().sorted {
            ($1.element.effect, $0.offset) < ($0.element.effect, $1.offset)
        }.map(\.element)
    }

    private static func mark(_ change: Change, _ model: ComparedModel) -> String {
        model.accepts(change) ? "✅" : change.effect.canBeAllowed ? "⚠️" : "❌"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func leading(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
