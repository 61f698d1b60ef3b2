import Findings

/// An address of the masters, or of the API server's internal load balancer, changes.
///
/// etcd's members, the API server's certificates and the kubelets of all nodes hold these addresses. A model that does not
/// say them takes them from the masters' subnet, so another subnet changes them as well.
///
/// ## Before
/// ```yaml
/// properties:
///   masterProfile:
///     firstConsecutiveStaticIP: 10.255.255.5
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     firstConsecutiveStaticIP: 10.255.254.5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     vmSize: Standard_D2s_v5
/// ```
///
/// Severity: error, info.
/// Source: kubeadm, "Options for highly available topology"; etcd, "Runtime reconfiguration".
enum ChangedFixedAddress: ChangeRule {
    static let id = RuleID("UP010", "ChangedFixedAddress")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(
                self, .needsNewCluster,
                "members of etcd, certificates and the kubelets of all nodes hold it",
                remedy: "write \($0.oldText ?? "the old address")")
        }
    }
}
