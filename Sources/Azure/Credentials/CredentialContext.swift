import HTTPTransport

/// What credentials need of their surroundings.
struct CredentialContext {
    let transport: any HTTPTransport
    let time: any Timekeeper
    let environment: Environment
    let authority: HTTPURL
    /// The tenant that the command names, in place of `AZURE_TENANT_ID`.
    let tenant: String?

    /// The variable `name`; without it the credential is not set up.
    func variable(_ name: String) throws(CredentialError) -> String {
        guard let value = environment[name] else { throw .unavailable("\(name) is not set") }
        return value
    }

    /// The token endpoint of the tenant and client of the environment.
    func tokenEndpoint() throws(CredentialError) -> TokenEndpoint {
        let tenant = if let tenant { tenant } else { try variable("AZURE_TENANT_ID") }
        return TokenEndpoint(
            transport: transport, time: time, authority: authority, tenant: tenant,
            clientID: try variable("AZURE_CLIENT_ID"))
    }
}
