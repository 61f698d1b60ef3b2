/// What all requests of a command have in common.
///
/// The proxy (`HTTPS_PROXY`, `NO_PROXY`) is libcurl's own to read.
public struct TransportSettings: Sendable {
    /// A file of authorities' certificates in place of the system's.
    public var caFile: String?
    /// A folder of them.
    public var caFolder: String?
    /// What the program calls itself.
    public var userAgent: String
    /// Seconds until a connection must stand.
    public var connectTimeout = 15.0
    /// Connections to one host.
    public var connectionsPerHost = 8
    /// Bytes that all headers of an answer may have.
    public var headerLimit = 128 << 10

    /// Settings from the environment: `SSL_CERT_FILE` or `CURL_CA_BUNDLE`, and `SSL_CERT_DIR`. The library reads none of them
    /// itself.
    public init(userAgent: String, _ environment: Environment) {
        self.userAgent = userAgent
        caFile = environment["SSL_CERT_FILE"] ?? environment["CURL_CA_BUNDLE"]
        caFolder = environment["SSL_CERT_DIR"]
    }
}
