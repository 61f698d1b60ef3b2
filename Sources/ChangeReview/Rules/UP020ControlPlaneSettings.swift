import AddressPlan
import Findings
import NetworkPlan

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
        } + derived(context)
    }

    /// What the cloud provider's file says of the pools as a whole.
    private static func derived(_ context: ChangeContext) -> [Change] {
        let (before, after) = (context.old.plan, context.new.plan)
        var facts = [
            (
                "whether there are scale sets", before.kubernetes.cloudProvider.vmType,
                after.kubernetes.cloudProvider.vmType
            )
        ]
        // Where the model says the subnet, or has one load balancer, keys of its own change.
        if before.services == nil, after.services == nil, before.name == after.name {
            facts.append(("in which subnet internal services are", firstSubnet(before), firstSubnet(after)))
        }
        if before.kubernetes.cloudProvider.multipleStandardLoadBalancers,
            after.kubernetes.cloudProvider.multipleStandardLoadBalancers
        {
            facts.append(("which pools have load balancers", poolNames(before), poolNames(after)))
        }
        return facts.compactMap { what, old, new in
            guard old.lowercased() != new.lowercased() else { return nil }
            return Change(
                id, .replacesNodes, at: Paths.agentPoolProfiles, before: Paths.agentPoolProfiles, old: old,
                new: new, because: "the cloud provider's file says \(what): \(reason(context))",
                machines: [ClusterSide.masters])
        }
    }

    private static func firstSubnet(_ plan: ClusterPlan) -> String {
        plan.network.subnets[plan.pools.first?.nic.subnet ?? plan.masters.nic.subnet].name
    }

    private static func poolNames(_ plan: ClusterPlan) -> String {
        plan.pools.map(\.name).joined(separator: ", ")
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
