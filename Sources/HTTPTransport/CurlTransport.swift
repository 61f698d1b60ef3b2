internal import CCurl

/// HTTP by libcurl, which is loaded when the first request is made. Connections are kept and used again; where the server
/// offers HTTP/2, requests that are sent together share one.
@safe public final class CurlTransport: HTTPTransport {
    private let settings: TransportSettings
    private let metadataAddress: HTTPURL?
    private var multi: UnsafeMutableRawPointer?
    private var idle: [UnsafeMutableRawPointer] = unsafe []

    /// A transport that has loaded nothing yet.
    ///
    /// - Parameter metadataAddress: the one address to which plain http may go.
    public init(_ settings: TransportSettings, metadataAddress: HTTPURL?) {
        self.settings = settings
        self.metadataAddress = metadataAddress
    }

    deinit {
        while let easy = unsafe idle.popLast() { unsafe ccurl_easy_cleanup(easy) }
        if let multi = unsafe multi { unsafe ccurl_multi_cleanup(multi) }
    }

    /// Sends `requests` side by side.
    public func send(_ requests: [HTTPRequest]) -> [Result<HTTPResponse, TransportError>] {
        var results = requests.map { refusal($0).map { Result<HTTPResponse, TransportError>.failure($0) } }
        guard results.contains(where: { $0 == nil }) else { return results.compactMap { $0 } }
        do {
            try unsafe run(requests, &results, on: load())
        } catch {
            for index in results.indices where results[index] == nil { results[index] = .failure(error) }
        }
        let interrupted = TransportError(.interrupted, "interrupted")
        return results.map { $0 ?? .failure(interrupted) }
    }

    /// Why a request is not sent: unencrypted, whatever can read along has the token.
    private func refusal(_ request: HTTPRequest) -> TransportError? {
        let url = request.url
        guard !url.isEncrypted else { return nil }
        if let address = metadataAddress, url.host == address.host, url.port == address.port { return nil }
        return TransportError(.notEncrypted, "\(url.host): refused, since the address is not https")
    }

    private func load() throws(TransportError) -> UnsafeMutableRawPointer {
        if let multi = unsafe multi { return unsafe multi }
        if let reason = unsafe ccurl_load() {
            throw TransportError(.library, "libcurl cannot be used: \(unsafe String(cString: reason))")
        }
        guard let multi = unsafe ccurl_multi_init() else {
            throw TransportError(.library, "libcurl has no memory")
        }
        unsafe ccurl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, settings.connectionsPerHost)
        unsafe self.multi = unsafe multi
        return unsafe multi
    }

    private func run(
        _ requests: [HTTPRequest], _ results: inout [Result<HTTPResponse, TransportError>?],
        on multi: UnsafeMutableRawPointer
    ) throws(TransportError) {
        var transfers: [Int: CurlTransfer] = [:]
        defer {
            for transfer in transfers.values { unsafe release(transfer, multi) }
        }
        for index in results.indices where results[index] == nil {
            guard let easy = unsafe idle.popLast() ?? ccurl_easy_init() else {
                throw TransportError(.library, "libcurl has no memory")
            }
            let transfer = unsafe CurlTransfer(easy, requests[index], settings)
            transfers[index] = transfer
            unsafe ccurl_multi_add_handle(multi, easy)
        }
        let descriptor = Interruption.begin()
        while !transfers.isEmpty, !Interruption.hasCome {
            var running: Int32 = 0
            unsafe ccurl_multi_perform(multi, &running)
            var code = CURLE_OK
            while let easy = unsafe ccurl_multi_done(multi, &code) {
                guard let (index, transfer) = transfers.first(where: { unsafe $0.value.easy == easy })
                else { continue }
                results[index] = transfer.result(code)
                transfers[index] = nil
                unsafe release(transfer, multi)
            }
            if running > 0 { unsafe ccurl_multi_poll(multi, descriptor, 60_000) }
        }
    }

    private func release(_ transfer: CurlTransfer, _ multi: UnsafeMutableRawPointer) {
        unsafe ccurl_multi_remove_handle(multi, transfer.easy)
        unsafe ccurl_easy_reset(transfer.easy)
        unsafe idle.append(transfer.easy)
    }
}
