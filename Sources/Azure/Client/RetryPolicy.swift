import HTTPTransport

/// Which failures pass by themselves, and how long to wait for that.
///
/// Source of the rules: errors of public deployments, and Microsoft Learn, "Throttling Resource Manager requests".
struct RetryPolicy {
    /// Tries of one request.
    var tries = 8
    /// The first pause without word from Azure, in seconds; doubled each time.
    var firstPause = 1.0
    /// The longest of these pauses.
    var longestPause = 60.0

    /// Codes of a lock or a limit that goes away, whatever the status.
    private static let passing: Set<String> = [
        "AnotherOperationInProgress", "RetryableError", "SubscriptionRequestsThrottled",
        "ResourceRequestsThrottled",
        "TooManyRequests", "ServerTimeout", "GatewayTimeout", "ServiceUnavailable",
    ]

    /// Seconds until the request may be sent again, or nil if its result stands.
    ///
    /// - Parameter attempt: how often it has been sent.
    func pause(after result: Result<HTTPResponse, TransportError>, of request: ARMRequest, attempt: Int)
        -> Double?
    {
        guard attempt < tries, request.retries != .never else { return nil }
        switch result {
        case .failure(let error):
            // A request that never left is sent again whatever it does.
            guard error.isTransient, request.retries == .always || !error.mayHaveArrived else { return nil }
            return backOff(attempt)
        case .success(let response):
            let status = response.status
            let wanted = RetryAfter.seconds(response.headers)
            // Nothing was done: also what is not idempotent may be asked again.
            if status == 429 { return max(wanted ?? backOff(attempt), wanted == 0 ? 1 : 0) }
            if status == 503, let wanted { return wanted }
            guard request.retries == .always else { return nil }
            if [408, 500, 502, 503, 504].contains(status) { return wanted ?? backOff(attempt) }
            if status == 409, Self.isPassing(response) { return wanted ?? backOff(attempt) }
            return nil
        }
    }

    private static func isPassing(_ response: HTTPResponse) -> Bool {
        guard let error = ARMAnswer.error(in: response) else { return false }
        return passing.contains { error.contains($0) }
    }

    /// 1, 2, 4 … seconds, shortened by chance so that not all come back at once.
    private func backOff(_ attempt: Int) -> Double {
        min(firstPause * Double(1 << min(attempt - 1, 16)), longestPause) * Double.random(in: 0.5...1)
    }
}
