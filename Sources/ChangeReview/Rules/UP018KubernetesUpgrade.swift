import Findings

/// The cluster gets a newer Kubernetes.
///
/// kubeadm upgrades the masters one after the other; nodes are replaced. A model that names a release, or none, gets the
/// newest version that this slipway knows, so another slipway can mean another version.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.34"
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.35"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.34"
/// ```
///
/// Severity: error, info.
/// Source: kubeadm, "Upgrading kubeadm clusters"; docs/operate/upgrade.md.
enum KubernetesUpgrade: ChangeRule {
    static let id = RuleID("UP018", "KubernetesUpgrade")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).compactMap { key in
            guard case .upgrade = KubernetesStep(context).kind else { return nil }
            return key.change(
                self, .replacesNodes,
                "kubeadm upgrades the masters one after the other, then nodes are drained and replaced (slipway upgrade)",
                machines: context.allKept)
        }
    }
}
