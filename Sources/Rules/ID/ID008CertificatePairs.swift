import AddressPlan
import ClusterModel
import Findings

/// A certificate without its key or the other way round, or etcd peers that are not as many as the masters.
///
/// What is half or does not fit is made anew, with a warning. Where the CA's key is in Key Vault nothing can be signed
/// here, so then it is an error. PEM text that is none is an error, too.
///
/// ## Wrong
/// ```yaml
/// properties:
///   certificateProfile:
///     caCertificate: /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/corp/secrets/ca
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
/// Source: acs-engine, handling of `certificateProfile`; docs/model-keys.md.
enum CertificatePairs: Rule {
    static let id = RuleID("ID008", "CertificatePairs")
    static let path = ModelPath.properties["certificateProfile"]

    static func findings(in context: RuleContext) -> [Finding] {
        guard let profile = context.properties.certificateProfile else { return [] }
        let isKeyElsewhere = profile.caPrivateKey.map { isReference($0.revealed) } ?? false
        let severity: Severity = isKeyElsewhere ? .error : .warning
        let consequence =
            isKeyElsewhere
            ? "the CA's key is in Key Vault, so nothing here can sign the missing one"
            : "the pair is made anew"
        var findings = formFindings(profile)
        for (certificateName, certificate, keyName, key) in pairs(profile) {
            let hasKey = !(key?.isEmpty ?? true)
            guard (certificate != nil) != hasKey else { continue }
            let (there, missing) = hasKey ? (keyName, certificateName) : (certificateName, keyName)
            findings.append(
                Finding(
                    id, severity, at: path[there], "\(there) is given without \(missing): \(consequence)",
                    remedy: "add \(missing), or remove \(there)"))
        }
        let masters = context.properties.masterProfile.count ?? 0
        for (name, count) in [
            ("etcdPeerCertificates", profile.etcdPeerCertificates.count),
            ("etcdPeerPrivateKeys", profile.etcdPeerPrivateKeys.count),
        ] where count != 0 && count != masters {
            findings.append(
                Finding(
                    id, severity, at: path[name],
                    "\(name) has \(count) for \(masters) master\(masters == 1 ? "" : "s"): "
                        + (isKeyElsewhere
                            ? "the CA's key is in Key Vault, so nothing here can sign others"
                            : "they are made anew"),
                    remedy: "give one for each master, or set masterProfile.count to \(count)"))
        }
        return findings
    }

    /// Whether `text` is the id of a Key Vault secret: `<vaultID>/secrets/NAME[/VERSION]`.
    static func isReference(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 11 || parts.count == 12, parts[9].lowercased() == "secrets",
            parts[10...].allSatisfy({ !$0.isEmpty })
        else { return false }
        return KeyVaultReference.isVault(parts[..<9].joined(separator: "/"))
    }

    private static func pairs(_ profile: CertificateProfile) -> [(String, String?, String, Secret?)] {
        [
            ("caCertificate", profile.caCertificate, "caPrivateKey", profile.caPrivateKey),
            (
                "apiServerCertificate", profile.apiServerCertificate, "apiServerPrivateKey",
                profile.apiServerPrivateKey
            ),
            ("clientCertificate", profile.clientCertificate, "clientPrivateKey", profile.clientPrivateKey),
            (
                "kubeConfigCertificate", profile.kubeConfigCertificate, "kubeConfigPrivateKey",
                profile.kubeConfigPrivateKey
            ),
            (
                "etcdServerCertificate", profile.etcdServerCertificate, "etcdServerPrivateKey",
                profile.etcdServerPrivateKey
            ),
            (
                "etcdClientCertificate", profile.etcdClientCertificate, "etcdClientPrivateKey",
                profile.etcdClientPrivateKey
            ),
        ]
    }

    private static func formFindings(_ profile: CertificateProfile) -> [Finding] {
        var findings: [Finding] = []
        func check(_ text: String?, _ label: String, at place: ModelPath) {
            guard let text, !text.isEmpty, !isReference(text), !isPEM(text, label) else { return }
            findings.append(
                Finding(
                    id, .error, at: place, "\(place) is neither PEM text nor the id of a Key Vault secret",
                    remedy: "write -----BEGIN \(label)----- …, or <vaultID>/secrets/NAME"))
        }
        for (certificateName, certificate, keyName, key) in pairs(profile) {
            check(certificate, "CERTIFICATE", at: path[certificateName])
            check(key?.revealed, "PRIVATE KEY", at: path[keyName])
        }
        for (index, text) in profile.etcdPeerCertificates.enumerated() {
            check(text, "CERTIFICATE", at: path["etcdPeerCertificates"][index])
        }
        for (index, key) in profile.etcdPeerPrivateKeys.enumerated() {
            check(key.revealed, "PRIVATE KEY", at: path["etcdPeerPrivateKeys"][index])
        }
        return findings
    }

    private static func isPEM(_ text: String, _ label: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count >= 3, let first = lines.first, let last = lines.last else { return false }
        return first.hasPrefix("-----BEGIN ") && first.hasSuffix("\(label)-----")
            && last.hasPrefix("-----END ")
            && last.hasSuffix("\(label)-----")
    }
}
