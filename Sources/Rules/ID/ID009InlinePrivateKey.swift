import Document
import Findings

/// A private key stands in the model as text.
///
/// Everybody who can read the repository can make themselves an administrator of the cluster, and git keeps
/// the key after it was removed.
///
/// ## Wrong
/// ```yaml
/// properties:
///   certificateProfile:
///     caPrivateKey: |-
///       -----BEGIN PRIVATE KEY-----
///       MC4CAQAwBQYDK2VwBCIEIA==
///       -----END PRIVATE KEY-----
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   certificateProfile:
///     caCertificate: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp/secrets/ca
///     caPrivateKey: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp/secrets/ca-key
/// ```
///
/// Source: docs/model-keys.md.
enum InlinePrivateKey: Rule {
    static let id = RuleID("ID009", "InlinePrivateKey")
    private static let keys = [
        "caPrivateKey", "apiServerPrivateKey", "clientPrivateKey", "kubeConfigPrivateKey",
        "etcdServerPrivateKey",
        "etcdClientPrivateKey",
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        keys.compactMap { key in
            let path = CertificatePairs.path[key]
            guard let text = context.document.node(at: path)?.string, !text.isEmpty,
                !CertificatePairs.isReference(text)
            else { return nil }
            return Finding(
                id, .warning, at: path, "\(key) stands in the model as text",
                remedy: "put it into a Key Vault and write <vaultID>/secrets/NAME")
        }
    }
}
