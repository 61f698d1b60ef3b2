import HTTPTransport

/// The identity of the machine on which the command runs, from the metadata address; a user-assigned one by
/// `AZURE_CLIENT_ID`.
///
/// Source: Microsoft Learn, "How to use managed identities for Azure resources on an Azure VM to acquire an access token".
final class ManagedIdentityCredential: Credential {
    let kind = CredentialKind.managedIdentity
    private let context: CredentialContext
    private let address: HTTPURL
    private let identity: Identity

    /// Which of the machine's identities.
    enum Identity {
        case system
        case clientID(String)
        case resourceID(String)
        case objectID(String)

        /// The one that `text` names: a resource id, `object-id=…`, else a client id.
        init(_ text: String?) {
            guard let text else {
                self = .system
                return
            }
            if text.hasPrefix("/") {
                self = .resourceID(text)
            } else if text.lowercased().hasPrefix("object-id=") {
                self = .objectID(String(text.dropFirst("object-id=".count)))
            } else {
                self = .clientID(text)
            }
        }

        var query: String {
            switch self {
            case .system: ""
            case .clientID(let id): "&client_id=\(id.percentEncoded)"
            case .resourceID(let id): "&mi_res_id=\(id.percentEncoded)"
            case .objectID(let id): "&object_id=\(id.percentEncoded)"
            }
        }
    }

    init(_ context: CredentialContext, at address: HTTPURL, _ identity: Identity) {
        self.context = context
        self.address = address
        self.identity = identity
    }

    func token(for audience: String) throws(CredentialError) -> AccessToken {
        let text =
            "\(address.text)/metadata/identity/oauth2/token?api-version=2018-02-01"
            + "&resource=\(audience.percentEncoded)\(identity.query)"
        guard let url = HTTPURL(text) else { throw .refused("\(address.text) is not an address") }
        let request = HTTPRequest(.get, url, headers: ["Metadata": "true"], timeout: 3, bodyLimit: 1 << 20)
        var pause = 1.0
        for attempt in 1...5 {
            switch context.transport.send([request]).first {
            case .success(let response):
                // The address says 404 and 410 while it is being updated.
                let passes = [404, 410, 429].contains(response.status) || response.status >= 500
                guard passes, attempt < 5 else { return try TokenEndpoint.read(response, context.time) }
            case .failure(let error) where error.kind == .interrupted: throw .interrupted
            case .failure, nil:
                // Off Azure nobody is there, and asking again would only cost time.
                throw .unavailable(
                    "the metadata address \(address.host) does not answer: this is no machine of Azure's")
            }
            context.time.sleep(pause)
            if Interruption.hasCome { throw .interrupted }
            pause *= 2
        }
        throw .unavailable("the metadata address \(address.host) gives no token")
    }
}
