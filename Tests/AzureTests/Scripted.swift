import Azure
import Catalogue
import HTTPTransport
import JSONText
import Testing

/// A clock that stands still but for what is slept through.
final class Clock: Timekeeper {
    private(set) var sleeps: [Double] = []
    private(set) var monotonic = 1000.0
    var unixTime: Double { 1_800_000_000 + monotonic }

    func sleep(_ seconds: Double) {
        sleeps.append(seconds)
        monotonic += seconds
    }
}

/// The other end of the line: gives the next answer of a list to each request, and a new token to whoever asks for one.
final class Script: HTTPTransport {
    typealias Answer = Result<HTTPResponse, TransportError>

    private var answers: [Answer]
    /// Requests without those for tokens.
    private(set) var requests: [HTTPRequest] = []
    private(set) var tokens = 0

    init(_ answers: [Answer]) { self.answers = answers }

    func send(_ requests: [HTTPRequest]) -> [Answer] { requests.map(answer) }

    private func answer(_ request: HTTPRequest) -> Answer {
        if request.url.path.hasSuffix("/oauth2/v2.0/token") {
            tokens += 1
            return .json(200, #"{"access_token": "token-\#(tokens)", "expires_in": 3600}"#)
        }
        requests.append(request)
        return answers.isEmpty ? .json(500, "{}") : answers.removeFirst()
    }

    /// The tokens that the requests carried, nil for none.
    var sent: [String?] { requests.map { $0.headers["Authorization"] } }
    var addresses: [String] { requests.map(\.url.text) }
}

extension Script.Answer {
    static func json(_ status: Int, _ body: String, _ headers: HTTPHeaders = [:]) -> Self {
        .success(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    static func lost(_ kind: TransportError.Kind) -> Self { .failure(TransportError(kind, "lost")) }

    static func error(_ status: Int, _ code: String, _ headers: HTTPHeaders = [:]) -> Self {
        .json(status, #"{"error": {"code": "\#(code)", "message": "m"}}"#, headers)
    }
}

/// A client of the public cloud whose network is a script.
struct Line {
    let clock = Clock()
    let script: Script
    let client: ARMClient

    init(_ answers: [Script.Answer]) throws {
        script = Script(answers)
        let endpoints = try AzureEndpoints(cloud: .publicCloud, endpoint: nil, authority: nil)
        let environment = Environment([
            "AZURE_TENANT_ID": "t", "AZURE_CLIENT_ID": "c", "AZURE_CLIENT_SECRET": "s",
        ])
        let chain = CredentialChain(
            .init(kind: .clientSecret, tenant: nil, subscription: nil, metadataAddress: nil), script, clock,
            environment, authority: endpoints.authority)
        client = ARMClient(script, clock, endpoints, chain)
    }

    static let get = ARMRequest(.get, "/subscriptions/s", .subscriptions)
    static let post = ARMRequest(.post, "/subscriptions/s/x", .subscriptions)

    /// The HTTP status with which `request` ends, nil where no answer came.
    func status(_ request: ARMRequest) -> Int? {
        do { return try client.send(request).status } catch { return error.refusal?.status }
    }
}
