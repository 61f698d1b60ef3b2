import Findings

/// The range of the services' addresses, or the DNS service's address, changes.
///
/// Services keep the addresses that they have, the API server's certificate holds the first one, and every pod asks the
/// DNS service at its old address. The API server does not start with services outside its range.
///
/// ## Before
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       serviceCidr: 10.0.0.0/16
///       dnsServiceIP: 10.0.0.10
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       serviceCidr: 10.1.0.0/16
///       dnsServiceIP: 10.1.0.10
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       useManagedIdentity: true
/// ```
///
/// Severity: error, info.
/// Source: Kubernetes, "Cluster Networking"; kubeadm, "Customizing components with the kubeadm API".
enum ChangedServiceRange: ChangeRule {
    static let id = RuleID("UP008", "ChangedServiceRange")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(
                self, .needsNewCluster,
                "services keep their addresses, and certificates and all kubelets hold the old ones")
        }
    }
}
