/// Why no answer came.
public struct TransportError: Error, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public enum Kind: String, Sendable {
        /// libcurl is not installed or too old.
        case library
        /// The name has no address.
        case resolve
        /// Nobody answers at the address, or the proxy refuses.
        case connect
        /// The certificate is not to be trusted, or TLS fails in another way.
        case certificate
        /// The answer was not complete in time.
        case timeout
        /// The connection ended before the answer was complete.
        case lost
        /// The answer is larger than any true one.
        case tooLarge
        /// The answer is not HTTP.
        case malformed
        /// Ctrl-C or SIGTERM.
        case interrupted
        /// Plain http, which goes to the metadata address only.
        case notEncrypted
    }

    /// The kind.
    public var kind: Kind
    /// The reason in words.
    public var reason: String

    /// A failure.
    public init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    /// Whether the request may have had its effect although no answer came.
    public var mayHaveArrived: Bool {
        switch kind {
        case .timeout, .lost, .malformed, .tooLarge, .interrupted: true
        case .library, .resolve, .connect, .certificate, .notEncrypted: false
        }
    }

    /// Whether the same request may succeed a little later.
    public var isTransient: Bool {
        switch kind {
        case .resolve, .connect, .timeout, .lost, .malformed: true
        case .library, .certificate, .tooLarge, .interrupted, .notEncrypted: false
        }
    }

    /// The reason.
    public var description: String { reason }
}
