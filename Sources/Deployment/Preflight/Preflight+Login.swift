public import Azure
import Findings

extension Preflight.Report {
    /// The report that nobody gave a token, so that nothing could be asked.
    public init(noLogin failure: TokenFailure) {
        self.init(
            findings: [
                Finding(
                    Preflight.login, .error, at: .root,
                    "there is no login to Azure: "
                        + failure.attempts.map { "\($0.kind.rawValue): \($0.reason)" }.joined(separator: "; "),
                    remedy: "log in with az login, or set up one of the ways of docs/deploy.md")
            ], skipped: [], skippedFindings: [], requests: 0, roundTrips: 0, unregisteredProviders: [],
            hasGroup: false,
            location: nil)
    }
}
