import ClusterModel
import Findings
import JSONText

/// A key whose values differ.
struct KeyChange: Sendable {
    /// The row of the table that it belongs to.
    var row: KeyRow
    /// Where it stands in the new model, or would.
    var path: ModelPath
    /// Where it stood in the old one.
    var oldPath: ModelPath
    /// The old value, nil where there was none.
    var old: JSONValue?
    /// The new value, likewise.
    var new: JSONValue?
    /// `masters` or the name of the pool to which the key belongs; nil for the cluster's keys.
    var machines: String?
    /// All the groups of machines that the change is about, where it is about some.
    var groups: [String]
    /// Whether the values must not be shown.
    var isSecret = false

    init(
        row: KeyRow, path: ModelPath, oldPath: ModelPath, old: JSONValue?, new: JSONValue?, machines: String?
    ) {
        self.row = row
        self.path = path
        self.oldPath = oldPath
        self.old = old
        self.new = new
        self.machines = machines
        groups = machines.map { [$0] } ?? []
    }

    /// The rule that knows what the change does.
    var rule: (any ChangeRule.Type)? { row.rule }

    /// Whether a whole part of the model has come or gone.
    var isWhole: Bool { old == nil || new == nil }

    /// The old value for people.
    var oldText: String? { old.map(text) }
    /// The new value for people.
    var newText: String? { new.map(text) }

    /// A change of this key.
    func change(
        _ rule: any ChangeRule.Type, _ effect: ChangeEffect, _ reason: String, remedy: String? = nil,
        machines: [String]? = nil
    ) -> Change {
        Change(
            rule.id, effect, at: path, before: oldPath, old: oldText, new: newText, because: reason,
            remedy: remedy, machines: machines ?? groups)
    }

    /// Characters of a value that are shown.
    private static let shown = 60

    private func text(_ value: JSONValue) -> String {
        if isSecret { return "(a secret)" }
        let text = Self.plain(value)
        if text.holdsPrivateKey { return "(a secret)" }
        return text.count > Self.shown ? "\(text.prefix(Self.shown - 1))…" : text
    }

    private static func plain(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .double(let number):
            number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .string(let text): text
        case .array(let elements): elements.isEmpty ? "[]" : elements.map(plain).joined(separator: ", ")
        case .object:
            value["name"]?.string ?? value["keyData"]?.string ?? value["service"]?.string ?? value["dest"]?
                .string
                ?? "{…}"
        }
    }
}
