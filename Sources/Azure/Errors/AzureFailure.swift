public import HTTPTransport

/// Why a call of Azure has no result.
public enum AzureFailure: Error, Sendable {
    /// Azure refused.
    case service(Refusal)
    /// No answer came.
    case transport(TransportError)
    /// The answer makes no sense: not JSON, or not what the call promises.
    case unexpected(String)
    /// Nobody gave a token.
    case noToken(TokenFailure)
    /// The command's time is over.
    case timedOut(String)
    /// Ctrl-C or SIGTERM.
    case interrupted

    /// What Azure said.
    public struct Refusal: Error, Sendable {
        /// The HTTP status.
        public var status: Int
        /// The error.
        public var error: ServiceError
        /// The id under which Azure's support finds the call.
        public var correlationID: String?
        /// What was asked, such as `GET /subscriptions/…`.
        public var call: String
        /// Seconds for which Azure wants to be left alone, where it refused for its limits.
        public var retryAfter: Double?

        /// A refusal.
        public init(
            status: Int, error: ServiceError, correlationID: String?, call: String, retryAfter: Double? = nil
        ) {
            self.retryAfter = retryAfter
            self.status = status
            self.error = error
            self.correlationID = correlationID
            self.call = call
        }
    }

    /// The refusal, if it is one.
    public var refusal: Refusal? {
        if case .service(let refusal) = self { refusal } else { nil }
    }

    /// Whether what was asked for is not there.
    public var isNotFound: Bool { refusal?.status == 404 }
    /// Whether the caller may not do that.
    public var isForbidden: Bool { refusal?.status == 403 }
    /// Whether the request may have had its effect although no answer came.
    public var mayHaveArrived: Bool {
        switch self {
        case .transport(let error): error.mayHaveArrived
        case .service(let refusal): refusal.status >= 500
        case .unexpected: true
        case .noToken, .timedOut, .interrupted: false
        }
    }
}

extension AzureFailure: CustomStringConvertible {
    /// The reason in one line.
    public var description: String {
        switch self {
        case .service(let refusal):
            let reasons = refusal.error.innermost.map { "\($0.code): \($0.message)" }.joined(separator: "; ")
            let id = refusal.correlationID.map { ", correlation id \($0)" } ?? ""
            return "\(reasons) (HTTP \(refusal.status)\(id))"
        case .transport(let error): return error.description
        case .unexpected(let reason): return reason
        case .noToken(let failure): return failure.description
        case .timedOut(let what): return "timed out: \(what)"
        case .interrupted: return "interrupted"
        }
    }
}
