import AddressPlan
import ClusterModel
public import Findings
public import Reachability

/// Statements about a network in a file of their own, one a line; empty lines and those that begin with `#` say nothing.
///
/// Whoever relies on a network keeps them beside his own things, and checks every model of that network against them.
public struct ExpectationFile: Sendable {
    /// The file's name, as it was given.
    public let name: String
    private let lines: [Substring]

    /// The statements in `bytes`; nil if they are no UTF-8.
    public init?(_ bytes: [UInt8], name: String) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self.name = name
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// NW050 for each statement that does not hold, NW051 for each line that is none.
    public func findings(_ tracer: Tracer) -> [Finding] {
        lines.enumerated().compactMap { number, line in
            let indented = line.drop { $0 == " " || $0 == "\t" }
            guard let first = indented.first, first != "#" else { return nil }
            let blanks = indented.reversed().drop { $0 == " " || $0 == "\t" }
            let text = String(blanks.reversed())
            let path = Paths.networkProfile["expect"]
            var finding =
                ExpectationForm.finding(about: text, at: path, tracer)
                ?? ExpectationUnmet.finding(about: text, at: path, tracer)
            finding?.location = SourceLocation(
                file: name, line: number + 1, column: line.count - indented.count + 1,
                length: text.count)
            return finding
        }
    }
}
