public import HTTPTransport

/// Gives tokens: the first credential that is set up serves, for the whole command. Tokens stay in memory, and are replaced
/// five minutes before they end.
public final class CredentialChain {
    /// How tokens are got.
    public struct Choice: Sendable {
        /// The one kind to use, nil for the first that is set up.
        public var kind: CredentialKind?
        /// The tenant, in place of `AZURE_TENANT_ID`.
        public var tenant: String?
        /// The subscription, for the Azure CLI's choice of a tenant.
        public var subscription: String?
        /// The metadata address.
        public var metadataAddress: HTTPURL?

        /// A choice.
        public init(kind: CredentialKind?, tenant: String?, subscription: String?, metadataAddress: HTTPURL?)
        {
            self.kind = kind
            self.tenant = tenant
            self.subscription = subscription
            self.metadataAddress = metadataAddress
        }
    }

    private let credentials: [any Credential]
    private let time: any Timekeeper
    private var serving: (any Credential)?
    private var tokens: [String: AccessToken] = [:]

    /// The chain of `choice`.
    public init(
        _ choice: Choice, _ transport: any HTTPTransport, _ time: any Timekeeper, _ environment: Environment,
        authority: HTTPURL
    ) {
        let context = CredentialContext(
            transport: transport, time: time, environment: environment, authority: authority,
            tenant: choice.tenant)
        var all: [any Credential] = [
            WorkloadIdentityCredential(context), ClientSecretCredential(context),
            ClientCertificateCredential(context),
        ]
        if let address = choice.metadataAddress {
            // Other credentials' client id is no identity of the machine's.
            let isOthers =
                environment["AZURE_CLIENT_SECRET"] ?? environment["AZURE_FEDERATED_TOKEN_FILE"]
                ?? environment["AZURE_CLIENT_CERTIFICATE_PATH"]
            let id = isOthers == nil || choice.kind == .managedIdentity ? environment["AZURE_CLIENT_ID"] : nil
            all.append(ManagedIdentityCredential(context, at: address, .init(id)))
        }
        all.append(AzureCLICredential(context, subscription: choice.subscription))
        credentials = all.filter { choice.kind == nil || $0.kind == choice.kind }
        self.time = time
    }

    /// Which credential serves, once one has.
    public var kind: CredentialKind? { serving?.kind }

    /// Whoever is logged in with the Azure CLI has chosen a subscription there.
    public func defaultSubscription(for audience: String) -> String? {
        (serving as? AzureCLICredential)?.defaultSubscription(for: audience)
    }

    /// A token for `audience`.
    ///
    /// - Parameter refused: a token that Azure refused although it should still hold: it is not given again.
    public func token(for audience: String, refused: String? = nil) throws(AzureFailure) -> AccessToken {
        if let token = tokens[audience], token.secret != refused,
            token.expiry - AccessToken.margin > time.unixTime
        {
            return token
        }
        let token = try newToken(for: audience)
        tokens[audience] = token
        return token
    }

    private func newToken(for audience: String) throws(AzureFailure) -> AccessToken {
        var attempts: [TokenFailure.Attempt] = []
        for credential in serving.map({ [$0] }) ?? credentials {
            do {
                let token = try credential.token(for: audience)
                serving = credential
                return token
            } catch {
                switch error {
                case .unavailable(let reason):
                    attempts.append(
                        .init(kind: credential.kind, reason: reason, wasRefused: false, isUnreachable: false))
                case .refused(let reason):
                    attempts.append(
                        .init(kind: credential.kind, reason: reason, wasRefused: true, isUnreachable: false))
                    throw .noToken(TokenFailure(attempts: attempts))
                case .unreachable(let reason):
                    attempts.append(
                        .init(kind: credential.kind, reason: reason, wasRefused: true, isUnreachable: true))
                    throw .noToken(TokenFailure(attempts: attempts))
                case .interrupted: throw .interrupted
                }
            }
        }
        throw .noToken(TokenFailure(attempts: attempts))
    }
}
