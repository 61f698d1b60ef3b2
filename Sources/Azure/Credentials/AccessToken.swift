/// A token, which stays in memory and has no description.
public struct AccessToken: Sendable {
    /// The text, for the `Authorization` header only.
    public let secret: String
    /// Seconds since 1970 at which it ends.
    public let expiry: Double

    /// A token.
    public init(secret: String, expiry: Double) {
        self.secret = secret
        self.expiry = expiry
    }

    /// How long before its end a token is replaced, in seconds.
    static let margin = 300.0
}

/// Why no credential gave a token: what was tried, and why each did not serve.
public struct TokenFailure: Error, Sendable, CustomStringConvertible {
    /// One credential.
    public struct Attempt: Sendable {
        /// Which.
        public var kind: CredentialKind
        /// Why it gave none.
        public var reason: String
        /// Whether it was there and refused, rather than not set up.
        public var wasRefused: Bool
        /// Whether whoever gives tokens could not be reached.
        public var isUnreachable: Bool
    }

    /// What was tried, in order.
    public var attempts: [Attempt]

    /// Each with its reason, a line each.
    public var description: String {
        "no credential gave a token:\n"
            + attempts.map { "  \($0.kind.rawValue): \($0.reason)" }.joined(separator: "\n")
    }
}

/// A way to get tokens, in the order in which they are tried.
public enum CredentialKind: String, Sendable, CaseIterable {
    case workloadIdentity = "workload-identity"
    case clientSecret = "client-secret"
    case clientCertificate = "client-certificate"
    case managedIdentity = "managed-identity"
    case azureCLI = "azure-cli"
}
