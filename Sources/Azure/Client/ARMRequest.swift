public import HTTPTransport
public import JSONText

/// A call of the resource manager.
public struct ARMRequest: Sendable {
    /// When the same request is sent again.
    public enum Retries: Sendable {
        /// Whenever the reason may pass: it does the same however often it comes.
        case always
        /// Only where it cannot have had an effect.
        case ifUnsent
        /// Not at all: the caller looks himself.
        case never
    }

    /// Where it goes.
    public enum Place: Sendable {
        /// A path below the resource manager, with a version.
        case path(String, APIVersion, query: [(String, String)])
        /// A URL of Azure's, used exactly as it was given.
        case url(HTTPURL)
    }

    /// The method.
    public var method: HTTPRequest.Method
    /// Where it goes.
    public var place: Place
    /// The body.
    public var body: JSONValue?
    /// When it is sent again.
    public var retries: Retries
    /// Whether the answer comes in pages, which are read to the end and made one list `value`.
    public var isPaged: Bool
    /// Seconds until an answer must be complete.
    public var timeout: Double

    /// A call of `path`, which begins with `/`.
    public init(
        _ method: HTTPRequest.Method, _ path: String, _ version: APIVersion, query: [(String, String)] = [],
        body: JSONValue? = nil, retries: Retries? = nil, isPaged: Bool = false, timeout: Double = 120
    ) {
        self.method = method
        place = .path(path, version, query: query)
        self.body = body
        self.retries = retries ?? (method.isIdempotent ? .always : .ifUnsent)
        self.isPaged = isPaged
        self.timeout = timeout
    }

    /// A look at a URL that Azure gave.
    public init(polling url: HTTPURL) {
        method = .get
        place = .url(url)
        body = nil
        retries = .always
        isPaged = false
        timeout = 120
    }

    /// A list in pages.
    public static func list(
        _ path: String, _ version: APIVersion, query: [(String, String)] = []
    ) -> ARMRequest {
        ARMRequest(.get, path, version, query: query, isPaged: true)
    }

    /// Method and path, for people.
    public var summary: String {
        switch place {
        case .path(let path, _, _): "\(method.rawValue) \(path)"
        case .url(let url): "\(method.rawValue) \(url.path)"
        }
    }

    /// The address, with the version and the query.
    func url(at endpoints: AzureEndpoints) -> HTTPURL? {
        switch place {
        case .url(let url): return url
        case .path(let path, let version, let query):
            // A resource id is text of somebody else's: only what a path can hold stays.
            let clean = path.split(separator: "/", omittingEmptySubsequences: false).map {
                String($0).percentEncoded
            }
            let rest = query.map { "&\($0.0)=\($0.1.percentEncoded)" }.joined()
            return HTTPURL(
                "\(endpoints.resourceManager.text)\(clean.joined(separator: "/"))?api-version=\(version.rawValue)\(rest)"
            )
        }
    }
}
