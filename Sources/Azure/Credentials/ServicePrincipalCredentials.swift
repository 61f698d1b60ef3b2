import HTTPTransport

/// A service principal's secret: `AZURE_TENANT_ID`, `AZURE_CLIENT_ID`, `AZURE_CLIENT_SECRET`.
final class ClientSecretCredential: Credential {
    let kind = CredentialKind.clientSecret
    private let context: CredentialContext

    init(_ context: CredentialContext) { self.context = context }

    func token(for audience: String) throws(CredentialError) -> AccessToken {
        let secret = try context.variable("AZURE_CLIENT_SECRET")
        let endpoint = try context.tokenEndpoint()
        return try endpoint.token(for: audience, [("client_secret", secret)])
    }
}

/// A pipeline's or pod's own token, exchanged: `AZURE_TENANT_ID`, `AZURE_CLIENT_ID`, `AZURE_FEDERATED_TOKEN_FILE`. The file is
/// read anew each time, since whoever writes it replaces it.
final class WorkloadIdentityCredential: Credential {
    let kind = CredentialKind.workloadIdentity
    private let context: CredentialContext

    init(_ context: CredentialContext) { self.context = context }

    func token(for audience: String) throws(CredentialError) -> AccessToken {
        let path = try context.variable("AZURE_FEDERATED_TOKEN_FILE")
        let endpoint = try context.tokenEndpoint()
        let text = try CredentialFile.text(at: path).filter { !$0.isWhitespace }
        return try endpoint.token(for: audience, ClientAssertion.form(text))
    }
}

/// A service principal's certificate: `AZURE_TENANT_ID`, `AZURE_CLIENT_ID`, `AZURE_CLIENT_CERTIFICATE_PATH`, a PEM file with key
/// and certificate.
final class ClientCertificateCredential: Credential {
    let kind = CredentialKind.clientCertificate
    private let context: CredentialContext

    init(_ context: CredentialContext) { self.context = context }

    func token(for audience: String) throws(CredentialError) -> AccessToken {
        let path = try context.variable("AZURE_CLIENT_CERTIFICATE_PATH")
        let endpoint = try context.tokenEndpoint()
        let text = try CredentialFile.text(at: path)
        let assertion = try ClientAssertion(
            pem: text, file: path, clientID: endpoint.clientID, audience: endpoint.url,
            now: Int(context.time.unixTime))
        return try endpoint.token(for: audience, ClientAssertion.form(try assertion.signed()))
    }
}
