internal import EmbeddedFiles
internal import JSONText

/// A way in which a bring-up or a deployment fails.
public struct Failure: Sendable, Hashable {
    /// Its permanent name.
    public let id: String
    /// The code with which the step on the machine ends, nil where no step says it.
    public let code: Int?
    /// What happened, in a sentence without a full stop.
    public let title: String
    /// Why.
    public let cause: String
    /// What to do.
    public let remedy: String
    /// The texts by which a line of a log shows it: alternatives, each of which must stand in one line as a whole.
    let signs: [[String]]
}

/// All failures that slipway knows: `apimodels/failures.json`, from which docs/troubleshooting.md and the machine's list of
/// codes come as well.
public struct FailureTable: Sendable {
    /// The failures in the order of the file; those with a code come first, by code.
    public let all: [Failure]

    /// The table in the program.
    public static func embedded() -> FailureTable {
        FailureTable(EmbeddedFile.bytes(at: "apimodels/failures.json") ?? [])
    }

    /// The table in `bytes`.
    public init(_ bytes: [UInt8]) {
        guard case .array(let rows)? = try? JSONValue(parsing: bytes) else {
            all = []
            return
        }
        all = rows.compactMap { row in
            guard let id = row["id"]?.string, let title = row["title"]?.string,
                let cause = row["cause"]?.string, let remedy = row["remedy"]?.string,
                case .array(let signs)? = row["signs"]
            else { return nil }
            var code: Int?
            if case .integer(let number)? = row["code"] { code = number }
            return Failure(
                id: id, code: code, title: title, cause: cause, remedy: remedy,
                signs: signs.map { alternative in
                    guard case .array(let texts) = alternative else { return [] }
                    return texts.compactMap(\.string)
                }.filter { !$0.isEmpty })
        }
    }

    /// The failure that a step's code means.
    public subscript(_ code: Int) -> Failure? { all.first { $0.code == code } }

    /// What machines get: code, name and sentence, one failure a line.
    public var machineText: String {
        all.compactMap { failure in failure.code.map { "\($0) \(failure.id) \(failure.title)\n" } }.joined()
    }
}
