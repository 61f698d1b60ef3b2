import ClusterModel
import Document
import Findings

/// The service principal's secret stands in the model in clear.
///
/// Everybody who can read the repository has it. slipway keeps it out of templates and puts it into
/// `secrets/parameters.json`, which only its owner can read.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: false
///   servicePrincipalProfile:
///     clientId: 11111111-2222-3333-4444-555555555555
///     secret: not-a-real-one
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: false
///   servicePrincipalProfile:
///     clientId: 11111111-2222-3333-4444-555555555555
///     keyvaultSecretRef:
///       vaultID: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp
///       secretName: cluster
/// ```
///
/// Source: Microsoft Learn, "Use Azure Key Vault to pass secure parameter value during deployment".
enum InlineSecret: Rule {
    static let id = RuleID("ID003", "InlineSecret")

    static func findings(in context: RuleContext) -> [Finding] {
        let path = MissingIdentity.path["secret"]
        guard !context.usesManagedIdentity, let secret = context.properties.servicePrincipalProfile?.secret,
            !secret.isEmpty, let node = context.document.node(at: path), case .file = node.span.origin
        else { return [] }
        return [
            Finding(
                id, .warning, at: path, "the service principal's secret stands in the model in clear",
                remedy: "name a Key Vault secret in keyvaultSecretRef, or use a managed identity")
        ]
    }
}
