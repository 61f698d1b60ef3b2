import ClusterModel
import Findings

/// A Key Vault reference whose `vaultID` is no id of a vault.
///
/// Azure answers `KeyVaultParameterReferenceInvalid…` for the whole deployment.
///
/// ## Wrong
/// ```yaml
/// properties:
///   servicePrincipalProfile:
///     clientId: 11111111-2222-3333-4444-555555555555
///     keyvaultSecretRef:
///       vaultID: corp
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
/// Source: Microsoft Learn, "Use Azure Key Vault to pass secure parameter value during deployment".
enum KeyVaultReference: Rule {
    static let id = RuleID("ID005", "KeyVaultReference")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let reference = context.properties.servicePrincipalProfile?.keyvaultSecretRef,
            let vault = reference.vaultID, !isVault(vault)
        else { return [] }
        return [
            Finding(
                id, .error, at: MissingIdentity.path["keyvaultSecretRef"]["vaultID"],
                "\"\(vault)\" is no id of a Key Vault",
                remedy: "write /subscriptions/S/resourceGroups/R/providers/Microsoft.KeyVault/vaults/V")
        ]
    }

    /// Whether `text` is an id of a Key Vault.
    static func isVault(_ text: String) -> Bool {
        ResourceIDForm.isID(text, of: ["Microsoft.KeyVault", "vaults"])
    }
}
