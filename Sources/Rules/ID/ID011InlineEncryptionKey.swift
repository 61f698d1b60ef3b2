import AddressPlan
import ClusterModel
import Document
import Findings

/// The key with which etcd's secrets are encrypted stands in the model in clear.
///
/// Everybody who can read the repository can read every secret of a copy of etcd, such as a backup.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       enableDataEncryptionAtRest: true
///       etcdEncryptionKey: bm90LWEtcmVhbC1rZXk=
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       enableDataEncryptionAtRest: true
/// ```
///
/// Source: docs/model-keys.md.
enum InlineEncryptionKey: Rule {
    static let id = RuleID("ID011", "InlineEncryptionKey")

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.kubernetesConfig["etcdEncryptionKey"]
        guard context.kubernetesConfig.safety.etcdEncryptionKey != nil,
            let node = context.document.node(at: path), case .file = node.span.origin
        else { return [] }
        return [
            Finding(
                id, .warning, at: path, "the key that encrypts secrets in etcd stands in the model in clear",
                remedy: "keep it in Key Vault and pass it with --set, or leave it out: slipway then makes one"
            )
        ]
    }
}
