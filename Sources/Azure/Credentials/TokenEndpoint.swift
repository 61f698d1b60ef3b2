import HTTPTransport
import JSONText

/// The authority's token endpoint, as service principals use it.
///
/// Source: Microsoft Learn, "OAuth 2.0 client credentials flow on the Microsoft identity platform".
struct TokenEndpoint {
    let transport: any HTTPTransport
    let time: any Timekeeper
    let authority: HTTPURL
    let tenant: String
    let clientID: String

    /// Tries of a request that fails for a reason that passes.
    private static let tries = 4

    var url: String { "\(authority.text)/\(tenant.percentEncoded)/oauth2/v2.0/token" }

    /// A token for `audience`; `proof` is the secret or the assertion.
    func token(for audience: String, _ proof: [(String, String)]) throws(CredentialError) -> AccessToken {
        guard let url = HTTPURL(url) else { throw .refused("\(self.url) is not an address") }
        let form =
            [
                ("client_id", clientID), ("scope", "\(audience)/.default"),
                ("grant_type", "client_credentials"),
            ] + proof
        let body = form.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
        let request = HTTPRequest(
            .post, url,
            headers: ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"],
            body: Array(body.utf8), timeout: 30, bodyLimit: 1 << 20)
        let response = try Self.send(request, transport, time)
        return try Self.read(response, time)
    }

    /// The answer to `request`, which is sent again where the reason passes.
    static func send(
        _ request: HTTPRequest, _ transport: any HTTPTransport, _ time: any Timekeeper
    ) throws(CredentialError) -> HTTPResponse {
        var pause = 1.0
        for attempt in 1...tries {
            let isLast = attempt == tries
            switch transport.send([request]).first {
            case .success(let response):
                let passes = response.status == 429 || response.status >= 500
                guard passes, !isLast else { return response }
                time.sleep(RetryAfter.seconds(response.headers) ?? pause)
            case .failure(let error):
                if error.kind == .interrupted { throw .interrupted }
                guard error.isTransient, !isLast else { throw .unreachable(error.reason) }
                time.sleep(pause)
            case nil: throw .refused("no answer")
            }
            if Interruption.hasCome { throw .interrupted }
            pause *= 2
        }
        throw .refused("no answer")
    }

    /// The token in an answer.
    static func read(_ response: HTTPResponse, _ time: any Timekeeper) throws(CredentialError) -> AccessToken
    {
        let answer = (try? JSONValue(parsing: response.body)) ?? .null
        guard response.status == 200, let token = answer["access_token"]?.string, !token.isEmpty else {
            throw .refused(reason(answer, response.status))
        }
        // Managed identities say numbers as texts.
        let expiry = number(answer["expires_on"])
        let lifetime = number(answer["expires_in"]) ?? 3600
        return AccessToken(secret: token, expiry: expiry ?? time.unixTime + lifetime)
    }

    static func number(_ value: JSONValue?) -> Double? {
        value?.integer.map(Double.init) ?? value?.string.flatMap { Double($0) }
    }

    /// What the endpoint says, first line only: the others are ids and times.
    private static func reason(_ answer: JSONValue, _ status: Int) -> String {
        guard let error = answer["error"]?.string else { return "the token endpoint answered HTTP \(status)" }
        let text = answer["error_description"]?.string ?? ""
        let line = text.prefix { !$0.isNewline }
        return line.isEmpty ? "\(error) (HTTP \(status))" : "\(error): \(line) (HTTP \(status))"
    }
}
