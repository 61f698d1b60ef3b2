import EmbeddedFiles
import JSONText

/// Which step of a machine's bring-up failed, as the machine said it.
public struct BringUpFailure: Sendable, Equatable {
    /// The step's exit code.
    public var code: Int
    /// The step's name, nil where the machine said only a code.
    public var step: String?
    /// What that means.
    public var title: String?
    /// What helps.
    public var remedy: String?

    /// The failure in a machine's message: the last `slipway: code=C step=NAME name=CODE: SENTENCE` in it, else an exit status.
    ///
    /// The line is slipway's own and never translated, unlike the message around it.
    public init?(_ message: String) {
        let lines = message.split { $0.isNewline }.flatMap { $0.split(separator: "\\n") }
        if let line = lines.last(where: { $0.contains("slipway: code=") }),
            let start = line.firstRange(of: "slipway: ")
        {
            var rest = line[start.upperBound...]
            var fields: [String: String] = [:]
            while let equals = rest.firstIndex(of: "="), !rest[..<equals].contains(" ") {
                let name = String(rest[..<equals])
                let value = rest[rest.index(after: equals)...].prefix { $0 != " " && $0 != ":" }
                fields[name] = String(value)
                rest = rest[value.endIndex...]
                guard rest.first == " " else { break }
                rest = rest.dropFirst()
            }
            guard let code = fields["code"].flatMap({ Int($0) }) else { return nil }
            self.code = code
            step = fields["step"]
            if rest.first == ":" {
                let sentence = rest.dropFirst().drop { $0 == " " }.prefix { $0 != "\"" && $0 != "[" }
                title = sentence.isEmpty ? nil : String(sentence)
            }
        } else if let start = message.firstRange(of: "exit status=") ?? message.firstRange(of: "ExitCode "),
            let code = Int(message[start.upperBound...].prefix { $0.isNumber })
        {
            self.code = code
        } else {
            return nil
        }
        let entry = Self.table.first { $0["code"]?.integer == code }
        title = title ?? entry?["title"]?.string
        remedy = entry?["remedy"]?.string
    }

    /// The table of bring-up codes that is part of the program.
    private static let table: [JSONValue] = {
        let bytes = EmbeddedFile.bytes(at: "apimodels/failures.json") ?? []
        return (try? JSONValue(parsing: bytes))?.array ?? []
    }()
}
