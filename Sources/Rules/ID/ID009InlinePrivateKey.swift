import Document
import Findings

/// A private key stands in the model as text.
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
