public import HTTPTransport
import JSONText

/// Calls of the resource manager: with a token, again where the failure passes, page by page.
public final class ARMClient {
    /// Told of each request and its result, without secrets, for `--debug`.
    public typealias Trace = (String) -> Void

    /// Where the cloud's services are.
    public let endpoints: AzureEndpoints
    /// Who gives tokens.
    public let credentials: CredentialChain
    /// The clocks.
    public let time: any Timekeeper
    /// HTTP requests that were sent, tokens not counted.
    public private(set) var requestCount = 0
    /// Times that the program waited for answers, one after another.
    public private(set) var roundTrips = 0
    /// When everything must be done, on the monotonic clock.
    public var deadline = Double.infinity
    /// Seconds between looks at something that runs, where Azure does not say.
    public let pollInterval: Double

    let transport: any HTTPTransport
    private let policy: RetryPolicy
    private let trace: Trace?
    /// When Azure wants to hear of the program again, on the monotonic clock.
    private var quietUntil = 0.0

    /// A client.
    public init(
        _ transport: any HTTPTransport, _ time: any Timekeeper, _ endpoints: AzureEndpoints,
        _ credentials: CredentialChain, pollInterval: Double = 5, trace: Trace? = nil
    ) {
        self.transport = transport
        self.time = time
        self.endpoints = endpoints
        self.credentials = credentials
        self.pollInterval = pollInterval
        self.trace = trace
        policy = RetryPolicy(firstPause: min(1, pollInterval))
    }

    /// The answer to `request`.
    public func send(_ request: ARMRequest) throws(AzureFailure) -> ARMAnswer {
        guard let result = sendAll([request]).first else { throw .unexpected("no answer") }
        return try result.get()
    }

    /// The answers to `requests`, which are sent side by side.
    public func sendAll(_ requests: [ARMRequest]) -> [Result<ARMAnswer, AzureFailure>] {
        var calls = requests.map { PendingCall($0, to: endpoints) }
        while true {
            let open = calls.indices.filter { calls[$0].result == nil }
            guard !open.isEmpty else { break }
            do {
                try waitForTurn(calls, open)
                try round(&calls, open.filter { calls[$0].notBefore <= time.monotonic })
            } catch {
                for index in open { calls[index].result = .failure(error) }
            }
        }
        return calls.map { $0.result ?? .failure(.unexpected("no answer")) }
    }

    /// Waits until at least one call may be made.
    private func waitForTurn(_ calls: [PendingCall], _ open: [Int]) throws(AzureFailure) {
        let next = max(open.map { calls[$0].notBefore }.min() ?? 0, quietUntil)
        try pause(until: next)
    }

    /// Lets time pass until `moment` of the monotonic clock.
    public func pause(until moment: Double) throws(AzureFailure) {
        if Interruption.hasCome { throw .interrupted }
        guard moment > time.monotonic else { return }
        guard moment <= deadline else {
            time.sleep(max(0, deadline - time.monotonic))
            throw Interruption.hasCome ? .interrupted : .timedOut("the time that --timeout allows is over")
        }
        time.sleep(moment - time.monotonic)
        if Interruption.hasCome { throw .interrupted }
    }

    private func round(_ calls: inout [PendingCall], _ due: [Int]) throws(AzureFailure) {
        guard time.monotonic < deadline else { throw .timedOut("the time that --timeout allows is over") }
        var messages: [HTTPRequest] = []
        for index in due { messages.append(try message(of: &calls[index])) }
        requestCount += messages.count
        roundTrips += 1
        let results = transport.send(messages)
        for (index, result) in zip(due, results) {
            report(calls[index].request, result)
            take(result, of: &calls[index])
        }
    }

    private func message(of call: inout PendingCall) throws(AzureFailure) -> HTTPRequest {
        guard let url = call.url else { throw .unexpected("\(call.request.summary) has no address") }
        var headers: HTTPHeaders = ["Accept": "application/json", "x-ms-client-request-id": RandomID.uuid()]
        if endpoints.mayReceiveToken(url) {
            let token = try credentials.token(for: endpoints.audience)
            headers["Authorization"] = "Bearer \(token.secret)"
            call.token = token.secret
        }
        let body = call.request.body.map { JSONWriter.bytes(of: $0, .compact) }
        if body != nil { headers["Content-Type"] = "application/json" }
        return HTTPRequest(
            call.request.method, url, headers: headers, body: body,
            timeout: min(call.request.timeout, max(1, deadline - time.monotonic)))
    }

    private func take(_ result: Result<HTTPResponse, TransportError>, of call: inout PendingCall) {
        call.attempts += 1
        if case .failure(let error) = result, error.kind == .interrupted {
            call.result = .failure(.interrupted)
            return
        }
        if case .success(let response) = result {
            obeyLimits(response.headers)
            if response.status == 401, !call.hasNewToken, let token = call.token {
                call.hasNewToken = true
                // Calls that went side by side with the same token get the same new one.
                if (try? credentials.token(for: endpoints.audience, refused: token)) != nil { return }
            }
        }
        if let pause = policy.pause(after: result, of: call.request, attempt: call.attempts) {
            call.notBefore = time.monotonic + pause
            return
        }
        call.finish(with: result)
        // An answer that was cut short or mangled on its way is asked for again.
        if case .failure(.unexpected) = call.result, call.request.retries == .always, call.attempts < 4 {
            call.result = nil
            call.notBefore = time.monotonic + min(1, pollInterval)
        }
    }

    /// Slows down before Azure has to: when hardly a request is left, a second's pause gives new ones.
    private func obeyLimits(_ headers: HTTPHeaders) {
        for (name, value) in headers.fields where name.lowercased().hasPrefix("x-ms-ratelimit-remaining-") {
            if let left = Int(value), left <= 2 { quietUntil = max(quietUntil, time.monotonic + 1) }
        }
    }

    private func report(_ request: ARMRequest, _ result: Result<HTTPResponse, TransportError>) {
        guard let trace else { return }
        switch result {
        case .success(let response):
            let id = response.headers["x-ms-request-id"].map { " request id \($0)" } ?? ""
            trace("\(request.summary) → \(response.status), \(response.body.count) bytes\(id)")
        case .failure(let error): trace("\(request.summary) → \(error.kind.rawValue): \(error.reason)")
        }
    }
}
