import Findings

/// Settings of the control plane or of the cloud provider change.
///
/// Masters read them when they are made. They are replaced one after the other: the member is taken out of etcd, the machine
/// and its disks are deleted, the deployment makes it anew with the same address, and it joins. With one master there is
/// nothing to join: back up etcd, and change the files below `/etc/kubernetes` by hand.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --profiling: "false"
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --profiling: "true"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --profiling: "false"
/// ```
///
/// Severity: error, info.
/// Source: kubeadm, "Reconfiguring a kubeadm cluster"; etcd, "Runtime reconfiguration".
enum ControlPlaneSettings: ChangeRule {
    static let id = RuleID("UP020", "ControlPlaneSettings")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(self, .replacesNodes, reason(context), machines: [ClusterSide.masters])
        }
    }

    /// Why masters are replaced, and what that means where there is only one.
    static func reason(_ context: ChangeContext) -> String {
        let only = context.new.plan.masters.machines.count == 1
        return Reasons.customData
            + (only
                ? "; with one master etcd's data goes with it, so restore a snapshot or change the files by hand"
                : "")
    }
}
