import ClusterModel
import Findings
import JSONText

/// Certificates or keys that the model gives change.
///
/// Nothing that trusts the old CA trusts another one: nodes, kubeconfigs and service accounts would all have to be made anew
/// at once. Other certificates come with masters that are replaced, or with `kubeadm certs`.
///
/// ## Before
/// ```yaml
/// properties:
///   certificateProfile:
///     keyAlgorithm: ECDSA-P256
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   certificateProfile:
///     keyAlgorithm: RSA-2048
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   certificateProfile: {}
/// ```
///
/// Severity: error, info.
/// Source: Kubernetes, "Manual Rotation of CA Certificates"; docs/operate/certificates.md.
enum ClusterCertificates: ChangeRule {
    static let id = RuleID("UP030", "ClusterCertificates")

    static func changes(in context: ChangeContext) -> [Change] {
        let authority = context.keys(of: self).filter { isAuthority($0, context) }
        return context.keys(of: self).compactMap { key in
            if authority.contains(where: { $0.path == key.path }) {
                return key.change(
                    self, .needsNewCluster, "nothing that trusts the old CA trusts another one",
                    machines: context.old.allMachines)
            }
            // A block that says nothing but what holds anyway.
            if key.isWhole, key.row.pattern == "properties.certificateProfile",
                (key.new ?? key.old)?.object?.isEmpty ?? false
            {
                return nil
            }
            return key.change(
                self, .replacesNodes,
                "masters get it when they are made, or by kubeadm certs and slipway certs rotate",
                machines: [ClusterSide.masters])
        }
    }

    private static func isAuthority(_ key: KeyChange, _ context: ChangeContext) -> Bool {
        if case .key(let name)? = key.path.steps.last, name == "caCertificate" || name == "caPrivateKey" {
            return true
        }
        let (before, after) = (context.old.cluster, context.new.cluster)
        return key.isWhole && key.row.pattern == "properties.certificateProfile"
            && before.properties.certificateProfile?.caCertificate
                != after.properties.certificateProfile?.caCertificate
    }
}
