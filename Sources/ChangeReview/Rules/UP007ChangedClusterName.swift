import Findings

/// The cluster's name, which is its DNS prefix, changes.
///
/// Every resource's name begins with it, the API server's certificate and all kubeconfigs hold it, and nodes are known by
/// it. A deployment would make a second cluster beside the first one, with the same addresses.
///
/// ## Before
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: store
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     dnsPrefix: shop
/// ```
///
/// Severity: error, info.
/// Source: docs/bring-up.md; kubeadm, "Creating a cluster": controlPlaneEndpoint.
enum ChangedClusterName: ChangeRule {
    static let id = RuleID("UP007", "ChangedClusterName")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(
                self, .needsNewCluster,
                "names of resources and nodes, certificates and kubeconfigs hold it; nothing is renamed in Azure",
                machines: context.old.allMachines)
        }
    }
}
