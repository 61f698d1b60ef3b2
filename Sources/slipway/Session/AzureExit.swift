import Azure
import Deployment
import Findings

/// Tells why a call of Azure failed, and how the command ends.
enum AzureExit {
    /// Prints `failure`; the end that belongs to it.
    static func end(for failure: AzureFailure) -> CommandEnd {
        Console.printError("slipway: \(failure)".linesPrintable)
        if let refusal = failure.refusal {
            for code in Set(refusal.error.innermost.map(\.code)).sorted() {
                guard let entry = ErrorCatalogue.embedded[code] else { continue }
                Console.printError("    \(code): \(entry.cause) \(entry.remedy)")
            }
        }
        return CommandEnd(status: status(of: failure))
    }

    /// How an attempt is recorded that ended with `failure`.
    static func word(for failure: AzureFailure) -> String {
        switch status(of: failure) {
        case .interrupted: "interrupted"
        case .timedOut: "timedOut"
        case .notPermitted: "notPermitted"
        case .unreachable: "unreachable"
        default: "failed"
        }
    }

    /// The exit status of `failure`.
    static func status(of failure: AzureFailure) -> ExitStatus {
        switch failure {
        case .service(let refusal):
            refusal.status == 401 || refusal.status == 403 ? .notPermitted : .failedInAzure
        case .transport: .unreachable
        case .unexpected: .failedInAzure
        case .noToken(let reason):
            reason.attempts.contains { $0.isUnreachable } ? .unreachable : .notPermitted
        case .timedOut: .timedOut
        case .interrupted: .interrupted
        }
    }
}

extension String {
    /// The text with each line made harmless for a terminal.
    var linesPrintable: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(
            separator: "\n")
    }
}
