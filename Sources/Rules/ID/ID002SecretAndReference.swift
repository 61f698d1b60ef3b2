import ClusterModel
import Findings

/// The service principal's secret is given both in clear and by a Key Vault reference.
///
/// Only one of the two can be the one that is meant, and the one in clear is readable by everybody who has
/// the repository.
///
/// ## Wrong
/// ```yaml
/// properties:
///   servicePrincipalProfile:
///     clientId: 11111111-2222-3333-4444-555555555555
///     secret: not-a-real-one
///     keyvaultSecretRef:
///       vaultID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp
///       secretName: cluster
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   servicePrincipalProfile:
///     clientId: 11111111-2222-3333-4444-555555555555
///     keyvaultSecretRef:
///       vaultID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp
///       secretName: cluster
/// ```
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
