import HTTPTransport
import JSONText

/// Whoever is logged in with the Azure CLI.
final class AzureCLICredential: Credential {
    let kind = CredentialKind.azureCLI
    private let context: CredentialContext
    private let subscription: String?

    init(_ context: CredentialContext, subscription: String?) {
        self.context = context
        self.subscription = subscription
    }

    func token(for audience: String) throws(CredentialError) -> AccessToken {
        let answer = try account(for: audience)
        guard let token = answer["accessToken"]?.string, !token.isEmpty else {
            throw .refused("az account get-access-token printed no token")
        }
        // Older versions know only a local time without a zone: then five minutes are certain.
        let expiry =
            TokenEndpoint.number(answer["expires_on"]) ?? context.time.unixTime + AccessToken.margin * 2
        return AccessToken(secret: token, expiry: expiry)
    }

    /// The subscription that is chosen in the CLI.
    func defaultSubscription(for audience: String) -> String? {
        (try? account(for: audience))?["subscription"]?.string
    }

    private func account(for audience: String) throws(CredentialError) -> JSONValue {
        var arguments = ["az", "account", "get-access-token", "--output", "json", "--resource", audience]
        if let subscription { arguments += ["--subscription", subscription] }
        if subscription == nil, let tenant = context.tenant { arguments += ["--tenant", tenant] }
        let run = try Subprocess.run(arguments, timeout: 60, context.time)
        guard run.status == 0 else {
            let line = run.errors.split(whereSeparator: \.isNewline).last { !$0.isEmpty } ?? "no message"
            throw .refused("az account get-access-token failed: \(line)")
        }
        guard let answer = try? JSONValue(parsing: run.output) else {
            throw .refused("az account get-access-token printed no JSON")
        }
        return answer
    }
}
