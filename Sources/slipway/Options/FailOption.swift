import ArgumentParser
import Findings
import Project

/// `--fail-on`: the project file's `failOn` on the command line.
enum FailOption: String, Choice {
    case error, warning, info

    /// The severity.
    var severity: Severity { FailureLevel(rawValue: rawValue)?.severity ?? .error }
}
