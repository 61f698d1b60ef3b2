import Findings
import NetworkPlan

/// The cluster would go back to an older Kubernetes, or leave out a minor version.
///
/// kubeadm goes one minor version at a time, and etcd's data does not go back: the API server of an older version may not
/// read what the newer one wrote.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.35"
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.34"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     orchestratorRelease: "1.35"
/// ```
///
/// Severity: error.
/// Source: Kubernetes, "Version Skew Policy"; kubeadm, "Upgrading kubeadm clusters".
enum KubernetesStepRefused: ChangeRule {
    static let id = RuleID("UP017", "KubernetesStepRefused")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: KubernetesUpgrade.self).compactMap { key in
            let step = KubernetesStep(context)
            switch step.kind {
            case .upgrade: return nil
            case .back:
                return key.change(
                    self, .impossible, "a cluster never goes back: etcd's data is in the newer form",
                    remedy: "write \(step.old)", machines: context.old.allMachines)
            case .skip(let next):
                return key.change(
                    self, .impossible, "kubeadm goes from \(step.old) to \(step.new) by way of \(next) only",
                    remedy: "upgrade to \(next) first", machines: context.old.allMachines)
            }
        }
    }
}

/// A step from one version of Kubernetes to another.
struct KubernetesStep {
    /// What kubeadm says to it.
    enum Kind {
        /// It can be made.
        case upgrade
        /// The new version is older.
        case back
        /// A minor version lies between.
        case skip(next: String)
    }

    let old: String
    let new: String
    let kind: Kind

    init(_ context: ChangeContext) {
        old = context.old.plan.kubernetes.version
        new = context.new.plan.kubernetes.version
        let (before, after) = (Self.numbers(old), Self.numbers(new))
        if after.lexicographicallyPrecedes(before) {
            kind = .back
        } else if before.count > 1, after.count > 1, before[0] == after[0], after[1] > before[1] + 1 {
            kind = .skip(next: "\(before[0]).\(before[1] + 1)")
        } else {
            kind = .upgrade
        }
    }

    private static func numbers(_ version: String) -> [Int] {
        version.split(separator: ".").compactMap { Int($0) }
    }
}
