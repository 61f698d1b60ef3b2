import Findings
import NetworkPlan

/// Encryption of secrets in etcd is switched on or off, or its key changes.
///
/// Switched on, the API servers encrypt what is written from then on, and masters are replaced. Switched off, or with another
/// key, what is encrypted already can be read by nobody: every secret would have to be written anew in between.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       enableDataEncryptionAtRest: true
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       enableDataEncryptionAtRest: false
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
/// Severity: error, info.
/// Source: Kubernetes, "Encrypting Confidential Data at Rest": rotating a decryption key.
enum EncryptionAtRest: ChangeRule {
    static let id = RuleID("UP029", "EncryptionAtRest")

    static func changes(in context: ChangeContext) -> [Change] {
        let (before, after) = (context.old.plan.kubernetes, context.new.plan.kubernetes)
        return context.keys(of: self).map { key in
            guard before.encryptsSecrets else {
                return after.encryptsSecrets
                    ? key.change(
                        self, .replacesNodes,
                        "API servers encrypt what is written from then on: \(ControlPlaneSettings.reason(context))",
                        machines: [ClusterSide.masters])
                    : key.change(self, .inPlace, "secrets are not encrypted, so the key has no use")
            }
            return key.change(
                self, .needsNewCluster, "nobody could read the secrets that are encrypted already",
                remedy: "keep it, or rotate by hand as Kubernetes' manual says",
                machines: [ClusterSide.masters])
        }
    }
}
