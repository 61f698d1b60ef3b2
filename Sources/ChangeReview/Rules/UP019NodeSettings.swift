import AddressPlan
import Findings
import NetworkPlan

/// Settings that machines read when they are made change: kubelet's flags, labels, taints, kernel settings, name
/// resolution, downloads.
///
/// They stand in the custom data, which Azure does not change. The machines are replaced; what `kubectl label`, `kubectl
/// taint` or a file on the machine does at once is lost with the next replacement unless the model says it, too.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       customNodeLabels:
///         tier: web
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///     - name: web
///       count: 2
///       vmSize: Standard_D4s_v5
///       customNodeLabels:
///         tier: web
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Custom data and cloud-init on Azure Virtual Machines".
enum NodeSettings: ChangeRule {
    static let id = RuleID("UP019", "NodeSettings")

    static func changes(in context: ChangeContext) -> [Change] {
        let upgrades = context.old.plan.kubernetes.version != context.new.plan.kubernetes.version
        return context.keys(of: self).compactMap { key in
            // An upgrade downloads other programs.
            if upgrades, key.row.pattern.hasPrefix("properties.downloads") { return nil }
            return key.change(
                self, .replacesNodes, Reasons.customData,
                machines: key.groups.isEmpty ? context.allKept : key.groups)
        } + registryLogIn(context)
    }

    /// The log-in to registries is an add-on by its key, but a program and flags of kubelet on every machine.
    private static func registryLogIn(_ context: ChangeContext) -> [Change] {
        let (old, new) = (context.old.plan.kubernetes, context.new.plan.kubernetes)
        guard old.registryIdentity != new.registryIdentity else { return [] }
        return [
            Change(
                id, .replacesNodes, at: Paths.kubernetesConfig["addons"],
                before: Paths.kubernetesConfig["addons"], old: old.registryIdentity,
                new: new.registryIdentity,
                because: "every machine logs in to registries by a program of its own: \(Reasons.customData)",
                machines: context.allKept)
        ]
    }
}
