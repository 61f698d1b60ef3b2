import HTTPTransport
import JSONText

/// A call that has no result yet: how often it was sent, which page is next.
struct PendingCall {
    let request: ARMRequest
    private(set) var url: HTTPURL?
    var attempts = 0
    var notBefore = 0.0
    /// The token that it was sent with last.
    var token: String?
    /// Whether a refused token has been replaced for it.
    var hasNewToken = false
    var result: Result<ARMAnswer, AzureFailure>?
    private var items: [JSONValue] = []
    private var pages = 0

    /// Pages that are read: a list that never ends must not keep the program forever.
    private static let pageLimit = 10_000

    init(_ request: ARMRequest, to endpoints: AzureEndpoints) {
        self.request = request
        url = request.url(at: endpoints)
    }

    /// Takes the result of the last try, which stands.
    mutating func finish(with result: Result<HTTPResponse, TransportError>) {
        do {
            let answer: ARMAnswer
            switch result {
            case .failure(let error): throw AzureFailure.transport(error)
            case .success(let response): answer = try ARMAnswer(response, of: request)
            }
            try take(answer)
        } catch let failure as AzureFailure {
            self.result = .failure(failure)
        } catch {
            self.result = .failure(.unexpected("\(error)"))
        }
    }

    private mutating func take(_ answer: ARMAnswer) throws(AzureFailure) {
        guard request.isPaged else {
            result = .success(answer)
            return
        }
        guard let page = answer.body["value"]?.array else {
            throw .unexpected("the answer to \(request.summary) is no list")
        }
        items += page
        pages += 1
        guard let next = answer.body["nextLink"]?.string, !next.isEmpty else {
            result = .success(
                ARMAnswer(status: answer.status, headers: answer.headers, body: ["value": .array(items)]))
            return
        }
        guard let nextURL = HTTPURL(next), nextURL.isEncrypted, nextURL != url, pages < Self.pageLimit else {
            throw .unexpected("the next page of \(request.summary) has no usable address")
        }
        url = nextURL
        attempts = 0
    }
}
