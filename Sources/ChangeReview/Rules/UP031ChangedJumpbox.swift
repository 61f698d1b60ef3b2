import Findings

/// The machine from which people reach a private cluster comes, goes or changes.
///
/// It is no node. One that comes is made by the next deployment; one that goes stays in Azure until somebody deletes it; what
/// changes of one that is there needs another machine: delete it with its interface and disk, then deploy.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         jumpboxProfile:
///           name: jump
///           vmSize: Standard_B2s
///           publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         jumpboxProfile:
///           name: jump
///           vmSize: Standard_D2s_v5
///           publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       privateCluster:
///         jumpboxProfile:
///           name: jump
///           vmSize: Standard_B2s
///           publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAII4m63J8hNJS5kBccBrXr/A0dIj67CqnLJ2Mv3cOUMT8
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Resolve errors for resource property changes"; docs/network/README.md.
enum ChangedJumpbox: ChangeRule {
    static let id = RuleID("UP031", "ChangedJumpbox")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { key in
            if key.isWhole, key.path.steps.last == .key("jumpboxProfile") {
                return key.change(
                    self, .inPlace,
                    key.old == nil
                        ? "the next deployment makes the machine"
                        : "the machine stays in Azure until somebody deletes it",
                    machines: [ClusterSide.jumpbox])
            }
            return key.change(
                self, .replacesNodes,
                "the machine is made anew: delete it with its interface and disk, then deploy",
                machines: [ClusterSide.jumpbox])
        }
    }
}
