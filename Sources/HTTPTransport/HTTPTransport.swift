/// Sends requests and brings answers.
public protocol HTTPTransport: AnyObject {
    /// Sends `requests` side by side and waits for all of them.
    ///
    /// - Returns: an answer or a failure for each, in their order.
    func send(_ requests: [HTTPRequest]) -> [Result<HTTPResponse, TransportError>]
}
