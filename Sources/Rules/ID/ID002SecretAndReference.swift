import ClusterModel
import Findings

/// The service principal's secret is given both in clear and by a Key Vault reference.
///
/// Source: acs-engine, validation of `servicePrincipalProfile`.
enum SecretAndReference: Rule {
    static let id = RuleID("ID002", "SecretAndReference")

    static func findings(in context: RuleContext) -> [Finding] {
        let principal = context.properties.servicePrincipalProfile
        guard let secret = principal?.secret, !secret.isEmpty, principal?.keyvaultSecretRef != nil else {
            return []
        }
        return [
            Finding(
                id, .error, at: MissingIdentity.path["secret"],
                "both secret and keyvaultSecretRef are given; exactly one counts",
                remedy: "remove secret and keep the reference")
        ]
    }
}
