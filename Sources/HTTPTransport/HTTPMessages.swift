/// A request.
public struct HTTPRequest: Sendable {
    /// The method.
    public enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether doing it twice is the same as doing it once.
        public var isIdempotent: Bool { self != .post && self != .patch }
    }

    /// The method.
    public var method: Method
    /// Where it goes.
    public var url: HTTPURL
    /// The headers beside those that the transport sets.
    public var headers: HTTPHeaders
    /// The body, nil for none.
    public var body: [UInt8]?
    /// Seconds until the answer must be complete.
    public var timeout: Double
    /// Bytes that the body of the answer may have.
    public var bodyLimit: Int

    /// A request.
    public init(
        _ method: Method, _ url: HTTPURL, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
        timeout: Double = 120,
        bodyLimit: Int = 64 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.bodyLimit = bodyLimit
    }
}

/// An answer.
public struct HTTPResponse: Sendable {
    /// The status.
    public var status: Int
    /// The headers.
    public var headers: HTTPHeaders
    /// The body.
    public var body: [UInt8]

    /// An answer.
    public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Headers in order; names are compared without regard to case.
public struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
    /// The headers.
    public private(set) var fields: [(name: String, value: String)] = []

    /// Headers in the written order.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// The first value of that name. Setting replaces all of them; a value with control characters is not taken, so that no
    /// header can smuggle in another.
    public subscript(name: String) -> String? {
        get {
            let name = name.lowercased()
            return fields.first { $0.name.lowercased() == name }?.value
        }
        set {
            let lower = name.lowercased()
            fields.removeAll { $0.name.lowercased() == lower }
            if let newValue, newValue.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
                fields.append((name, newValue))
            }
        }
    }

    /// Adds a line as it came, such as `Retry-After: 5`; a line without a colon is left out.
    mutating func append(line: some StringProtocol) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...]
        fields.append((String(line[..<colon]), String(value.drop { $0 == " " || $0 == "\t" })))
    }
}
