import AddressPlan
import ClusterModel
import Findings

/// Key Vault certificates for the machines without the vault's id or a certificate's URL.
///
/// Azure refuses the machines with `InvalidParameter`; that a certificate is missing shows only when a
/// program looks for it.
///
/// ## Wrong
/// ```yaml
/// properties:
///   linuxProfile:
///     secrets:
///       - sourceVault:
///           id: corp
///         vaultCertificates: []
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   linuxProfile:
///     secrets:
///       - sourceVault:
///           id: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp
///         vaultCertificates:
///           - certificateUrl: https://corp.vault.azure.net/secrets/web/0123456789abcdef0123456789abcdef
/// ```
///
/// Source: acs-engine, validation of `linuxProfile.secrets`.
enum VaultCertificates: Rule {
    static let id = RuleID("ID012", "VaultCertificates")

    static func findings(in context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        for (index, secret) in context.properties.linuxProfile.secrets.enumerated() {
            let path = Paths.linuxProfile["secrets"][index]
            if !(secret.sourceVault.id.map(KeyVaultReference.isVault) ?? false) {
                findings.append(
                    Finding(
                        id, .error, at: path["sourceVault"]["id"], "sourceVault.id is no id of a Key Vault",
                        remedy:
                            "write /subscriptions/S/resourceGroups/R/providers/Microsoft.KeyVault/vaults/V"))
            }
            if secret.vaultCertificates.isEmpty {
                findings.append(
                    Finding(
                        id, .error, at: path["vaultCertificates"], "vaultCertificates names no certificate",
                        remedy: "add certificateUrl"))
            }
            for (number, certificate) in secret.vaultCertificates.enumerated()
            where !(certificate.certificateUrl?.hasPrefix("https://") ?? false) {
                findings.append(
                    Finding(
                        id, .error, at: path["vaultCertificates"][number]["certificateUrl"],
                        "certificateUrl is no https URL of a Key Vault secret",
                        remedy: "write https://VAULT.vault.azure.net/secrets/NAME/VERSION"))
            }
        }
        return findings
    }
}
