/// What logs show.
public struct Diagnosis: Sendable {
    /// A failure and the first line that shows it.
    public struct Entry: Sendable, Hashable {
        /// What failed.
        public var failure: Failure
        /// The log, as it was named.
        public var log: String
        /// The line's number in it, from 1.
        public var line: Int
        /// The line, shortened, without what a terminal would obey.
        public var text: String
        /// The step that the machine's last word names, nil elsewhere.
        public var step: String?
    }

    /// What was found: first what steps themselves said, then other signs, in the order of the logs.
    public private(set) var entries: [Entry] = []

    /// Characters of a line that are shown.
    private static let shownCharacters = 160

    /// What `logs` show by `table`.
    public init(_ logs: [(name: String, text: String)], _ table: FailureTable) {
        var said: [Entry] = []
        var seen: [Entry] = []
        for (name, text) in logs {
            // Messages of the extension come with their line feeds as \n.
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, line) in lines.enumerated() {
                for part in Self.parts(line) {
                    let entry = { (failure: Failure, step: String?) in
                        Entry(
                            failure: failure, log: name, line: index + 1, text: Self.shown(part), step: step)
                    }
                    if let (code, step) = Self.lastWord(part), let failure = table[code] {
                        Self.add(entry(failure, step), to: &said)
                    } else {
                        for failure in table.all where Self.shows(part, failure) {
                            Self.add(entry(failure, nil), to: &seen)
                        }
                    }
                }
            }
        }
        let known = Set(said.map(\.failure))
        entries = said + seen.filter { !known.contains($0.failure) }
    }

    private static func add(_ entry: Entry, to entries: inout [Entry]) {
        guard !entries.contains(where: { $0.failure == entry.failure }) else { return }
        entries.append(entry)
    }

    /// A line, or its lines where it is a message in JSON.
    private static func parts(_ line: Substring) -> [Substring] {
        guard line.contains("\\n") else { return [line] }
        var parts: [Substring] = []
        var rest = line
        while let end = rest.firstRange(of: "\\n") {
            parts.append(rest[..<end.lowerBound])
            rest = rest[end.upperBound...]
        }
        return parts + [rest]
    }

    /// Code and step of `slipway: code=C step=NAME …`, the last word of a machine that failed.
    static func lastWord(_ line: Substring) -> (code: Int, step: String)? {
        guard let begin = line.firstRange(of: "slipway: code=") else { return nil }
        let words = line[begin.upperBound...].split(separator: " ", maxSplits: 2)
        guard words.count >= 2, let code = Int(words[0]), words[1].hasPrefix("step=") else { return nil }
        return (code, String(words[1].dropFirst("step=".count)))
    }

    private static func shows(_ line: Substring, _ failure: Failure) -> Bool {
        let text = line.lowercased() + " "
        return failure.signs.contains { $0.allSatisfy { text.contains($0.lowercased()) } }
    }

    private static func shown(_ line: Substring) -> String {
        let clean = line.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        let text = String(String.UnicodeScalarView(clean.prefix(shownCharacters)))
        return clean.count > shownCharacters ? text + "…" : text
    }
}
