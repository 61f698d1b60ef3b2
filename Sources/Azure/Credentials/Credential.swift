import HTTPTransport

/// One way to get tokens.
protocol Credential: AnyObject {
    var kind: CredentialKind { get }
    /// A new token for `audience`, such as `https://management.azure.com`.
    func token(for audience: String) throws(CredentialError) -> AccessToken
}

/// Why a credential gives no token.
enum CredentialError: Error {
    /// It is not set up here: the next one is tried.
    case unavailable(String)
    /// It is set up and does not serve: nothing else is tried, since another identity is not what was meant.
    case refused(String)
    /// It is set up, and whoever gives tokens cannot be reached.
    case unreachable(String)
    /// Ctrl-C.
    case interrupted
}
