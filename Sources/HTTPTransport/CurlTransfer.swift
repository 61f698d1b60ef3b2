internal import CCurl

/// One request on its way: what curl writes into while it runs.
@safe final class CurlTransfer {
    let easy: OpaqueHandle
    let request: HTTPRequest
    private let headerLimit: Int
    private var lines: OpaqueList
    private let body: UnsafeMutableBufferPointer<UInt8>
    private let message: UnsafeMutableBufferPointer<CChar>
    private var headerBytes = 0
    private var headers = HTTPHeaders()
    private var received: [UInt8] = []
    private var isTooLarge = false

    typealias OpaqueHandle = UnsafeMutableRawPointer
    typealias OpaqueList = UnsafeMutablePointer<curl_slist>?

    init(_ easy: OpaqueHandle, _ request: HTTPRequest, _ settings: TransportSettings) {
        unsafe self.easy = easy
        self.request = request
        headerLimit = settings.headerLimit
        unsafe lines = nil
        let bytes = request.body ?? []
        unsafe body = .allocate(capacity: bytes.count + 1)
        _ = unsafe body.initialize(from: bytes)
        unsafe message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe message.initialize(repeating: 0)
        prepare(settings)
    }

    deinit {
        unsafe ccurl_slist_free_all(lines)
        // The body can hold secrets.
        unsafe body.update(repeating: 0)
        unsafe body.deallocate()
        unsafe message.deallocate()
    }

    private func prepare(_ settings: TransportSettings) {
        unsafe ccurl_easy_reset(easy)
        set(CURLOPT_URL, request.url.text)
        set(CURLOPT_USERAGENT, settings.userAgent)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        set(CURLOPT_PIPEWAIT, 1)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_ACCEPT_ENCODING, "gzip")
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(settings.connectTimeout * 1000))
        set(CURLOPT_TIMEOUT_MS, Int(request.timeout * 1000))
        if let file = settings.caFile { set(CURLOPT_CAINFO, file) }
        if let folder = settings.caFolder { set(CURLOPT_CAPATH, folder) }
        // Plain http goes to the metadata address only, which no proxy can reach.
        if !request.url.isEncrypted { set(CURLOPT_NOPROXY, "*") }
        unsafe ccurl_easy_set_pointer(easy, CURLOPT_ERRORBUFFER, message.baseAddress)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe ccurl_easy_set_pointer(easy, CURLOPT_WRITEDATA, context)
        unsafe ccurl_easy_set_pointer(easy, CURLOPT_HEADERDATA, context)
        unsafe ccurl_easy_set_write(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            unsafe CurlTransfer.take(bytes, size * count, context) { unsafe $0.takeBody($1) }
        }
        unsafe ccurl_easy_set_write(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            unsafe CurlTransfer.take(bytes, size * count, context) { unsafe $0.takeHeader($1) }
        }
        prepareMethod()
        // Without waiting for leave to send the body.
        var fields = request.headers.fields.map { "\($0.name): \($0.value)" } + ["Expect:"]
        if request.body == nil { fields.append("Content-Type:") }
        for field in fields { unsafe lines = ccurl_slist_append(lines, field) }
        unsafe ccurl_easy_set_pointer(easy, CURLOPT_HTTPHEADER, lines)
    }

    private func prepareMethod() {
        switch request.method {
        case .get: set(CURLOPT_HTTPGET, 1)
        case .head: set(CURLOPT_NOBODY, 1)
        case .post, .put, .patch, .delete:
            if request.body != nil || request.method != .delete {
                unsafe ccurl_easy_set_size(
                    easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body?.count ?? 0))
                unsafe ccurl_easy_set_pointer(easy, CURLOPT_POSTFIELDS, body.baseAddress)
            }
            set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
    }

    private func set(_ option: CURLoption, _ value: Int) { unsafe ccurl_easy_set_long(easy, option, value) }
    private func set(_ option: CURLoption, _ text: String) { unsafe ccurl_easy_set_text(easy, option, text) }

    private static func take(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
        _ body: (CurlTransfer, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        guard unsafe body(transfer, buffer) else {
            transfer.isTooLarge = true
            return 0
        }
        return count
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard received.count + bytes.count <= request.bodyLimit else { return false }
        unsafe received.append(contentsOf: bytes)
        return true
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= headerLimit else { return false }
        let line = unsafe String(decoding: bytes, as: UTF8.self).filter {
            $0 != "\r" && $0 != "\n" && $0 != "\r\n"
        }
        // Headers of an interim answer are not the answer's.
        if line.hasPrefix("HTTP/") { headers = HTTPHeaders() } else { headers.append(line: line) }
        return true
    }

    /// What came of it.
    func result(_ code: CURLcode) -> Result<HTTPResponse, TransportError> {
        if isTooLarge {
            return .failure(
                TransportError(
                    .tooLarge,
                    "the answer of \(request.url.host) is larger than any true one (body \(request.bodyLimit) bytes, "
                        + "headers \(headerLimit))"))
        }
        guard code == CURLE_OK else { return .failure(failure(code)) }
        var status = 0
        unsafe ccurl_easy_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPResponse(status: status, headers: headers, body: received))
    }

    private func failure(_ code: CURLcode) -> TransportError {
        var text = unsafe message.baseAddress.map { unsafe String(cString: $0) } ?? ""
        if text.isEmpty { text = unsafe ccurl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "" }
        return TransportError(CurlFailure.kind(of: code), "\(request.url.host): \(text)")
    }
}
