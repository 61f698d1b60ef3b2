public import HTTPTransport
import JSONText

/// Something that Azure began and has not finished: where to look, and when.
///
/// Source: Microsoft Learn, "Track asynchronous Azure operations".
public struct LongRunningOperation: Sendable {
    /// How a look ended.
    public enum Look: Sendable {
        /// It goes on; look again after so many seconds, nil where Azure does not say.
        case running(after: Double?)
        /// It is done.
        case succeeded(ARMAnswer)
        /// It ended badly.
        case failed(ServiceError)
    }

    private enum Form: Sendable {
        /// `Azure-AsyncOperation`: the body says the status.
        case status
        /// `Location`: the HTTP status says it.
        case location
    }

    private let form: Form
    /// Where to look, exactly as Azure gave it.
    public private(set) var url: HTTPURL
    /// Seconds until the first look, nil where Azure does not say.
    public let firstPause: Double?

    /// The operation that `answer` began, or nil if it is all there is. A 200 with `Azure-AsyncOperation` is not finished.
    ///
    /// - Parameter preferring: `Location` first, for calls whose result stands there.
    public init?(_ answer: ARMAnswer, preferringLocation: Bool = false) throws(AzureFailure) {
        let status = answer.headers["Azure-AsyncOperation"]
        let location = answer.status == 202 || answer.status == 201 ? answer.headers["Location"] : nil
        firstPause = RetryAfter.seconds(answer.headers)
        if let status, location == nil || !preferringLocation {
            (form, url) = (.status, try Self.url(status))
        } else if let location {
            (form, url) = (.location, try Self.url(location))
        } else {
            guard answer.status != 202 else {
                throw .unexpected("Azure began something and does not say where to look")
            }
            return nil
        }
    }

    private static func url(_ text: String) throws(AzureFailure) -> HTTPURL {
        guard let url = HTTPURL(text), url.isEncrypted else {
            throw .unexpected("Azure gave no usable address to look at")
        }
        return url
    }

    /// States after which nothing changes, in lower case.
    private static let good = "succeeded"
    private static let bad: Set<String> = ["failed", "canceled", "cancelled"]

    /// What a look says; where Azure moved the address, the next look goes there.
    public mutating func look(_ client: ARMClient) throws(AzureFailure) -> Look {
        let answer = try client.send(ARMRequest(polling: url))
        let pause = RetryAfter.seconds(answer.headers)
        switch form {
        case .location:
            if let next = answer.headers["Location"], answer.status == 202 { url = try Self.url(next) }
            return answer.status == 202 ? .running(after: pause) : .succeeded(answer)
        case .status:
            guard
                let text = answer.body["status"]?.string
                    ?? answer.body["properties"]?["provisioningState"]?.string
            else {
                if answer.status == 202 { return .running(after: pause) }
                throw .unexpected("the answer at \(url.path) says no status")
            }
            let status = text.lowercased()
            if status == Self.good { return .succeeded(answer) }
            guard Self.bad.contains(status) else { return .running(after: pause) }
            return .failed(
                ServiceError(answer.body) ?? ServiceError(code: text, message: "Azure gave no reason"))
        }
    }

    /// Waits for the end.
    public mutating func wait(_ client: ARMClient) throws(AzureFailure) -> ARMAnswer {
        var pause = firstPause
        while true {
            try client.pause(until: client.time.monotonic + client.pollPause(pause))
            switch try look(client) {
            case .running(let after): pause = after
            case .succeeded(let answer): return answer
            case .failed(let error):
                throw .service(
                    AzureFailure.Refusal(
                        status: 200, error: error, correlationID: nil, call: "GET \(url.path)"))
            }
        }
    }
}

extension ARMClient {
    /// Seconds until the next look at something that runs, where Azure says `wanted`. Whoever says 0 is not asked without end.
    public func pollPause(_ wanted: Double?) -> Double { max(wanted ?? pollInterval, min(1, pollInterval)) }

    /// Sends `request` and waits until what it began is done; the answer holds the result.
    public func finish(_ request: ARMRequest, preferringLocation: Bool = false) throws(AzureFailure)
        -> ARMAnswer
    {
        let answer = try send(request)
        guard var operation = try LongRunningOperation(answer, preferringLocation: preferringLocation) else {
            return answer
        }
        return try operation.wait(self)
    }
}
