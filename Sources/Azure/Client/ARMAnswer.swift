public import HTTPTransport
public import JSONText

/// What the resource manager answered.
public struct ARMAnswer: Sendable {
    /// The HTTP status, below 400.
    public var status: Int
    /// The headers.
    public var headers: HTTPHeaders
    /// The body, `null` where there is none; of a list all pages.
    public var body: JSONValue

    /// An answer.
    public init(status: Int, headers: HTTPHeaders = [:], body: JSONValue = .null) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The elements of a list.
    public var list: [JSONValue] { body["value"]?.array ?? [] }

    /// The id under which Azure's support finds the call.
    public var correlationID: String? { headers["x-ms-correlation-request-id"] ?? headers["x-ms-request-id"] }

    /// Levels of arrays and objects inside each other: templates in what-if results are deep.
    private static let depthLimit = 200

    /// The answer in `response`, or the refusal.
    init(_ response: HTTPResponse, of request: ARMRequest) throws(AzureFailure) {
        guard response.status < 400 else {
            let error =
                Self.error(in: response)
                ?? ServiceError(code: "HTTP\(response.status)", message: "Azure gave no reason")
            throw .service(
                AzureFailure.Refusal(
                    status: response.status, error: error,
                    correlationID: response.headers["x-ms-correlation-request-id"]
                        ?? response.headers["x-ms-request-id"],
                    call: request.summary, retryAfter: Self.quiet(response)))
        }
        guard response.status < 300 else {
            throw .unexpected("\(request.summary) was answered with a redirection (HTTP \(response.status))")
        }
        status = response.status
        headers = response.headers
        guard !response.body.isEmpty, request.method != .head else {
            body = .null
            return
        }
        do {
            body = try JSONValue(parsing: response.body, depthLimit: Self.depthLimit)
        } catch {
            throw .unexpected("the answer to \(request.summary) is not JSON: \(error)")
        }
    }

    /// Seconds for which the server wants to be left alone: after 429, and after 503 where it says so.
    private static func quiet(_ response: HTTPResponse) -> Double? {
        let wanted = RetryAfter.seconds(response.headers)
        return response.status == 429 ? max(wanted ?? 1, 1) : response.status == 503 ? wanted : nil
    }

    /// The error in an answer, nil where it holds none.
    static func error(in response: HTTPResponse) -> ServiceError? {
        guard let value = try? JSONValue(parsing: response.body, depthLimit: depthLimit) else { return nil }
        return ServiceError(value)
    }
}
