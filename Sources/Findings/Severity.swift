/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Something worth knowing; never changes the exit status.
    case info
    /// Accepted, but probably not what was meant.
    case warning
    /// Refused: nothing is rendered.
    case error

    /// info < warning < error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}
