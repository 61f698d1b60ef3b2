import AddressPlan
import ClusterModel
import Findings

/// An enabled add-on that slipway does not install, or one that would bring network policies.
///
/// A model that lists an add-on promises that it is there; whoever relies on it finds out from what does not
/// happen.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       addons:
///         - name: tiller
///           enabled: true
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       addons:
///         - name: metrics-server
///           enabled: true
/// ```
///
/// Source: docs/model-keys.md; the add-ons of acs-engine and aks-engine.
enum Addons: Rule {
    static let id = RuleID("KU009", "Addons")
    /// Add-ons that are installed.
    private static let installed = ["coredns", "kube-proxy", "metrics-server"]
    /// Add-ons that enforce network policies.
    private static let policies = [
        "calico", "calico-daemonset", "cilium", "antrea", "flannel", "azure-npm", "azure-npm-daemonset",
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.kubernetesConfig["addons"]
        var seen: Set<String> = []
        return context.kubernetesConfig.components.addons.enumerated().compactMap { index, addon in
            guard let name = addon.name else { return nil }
            if !seen.insert(name).inserted {
                return Finding(
                    id, .error, at: path[index]["name"], "add-on \"\(name)\" stands twice in the list")
            }
            guard addon.enabled == true else { return nil }
            if policies.contains(name) {
                return Finding(
                    ModelRule.networkPolicy, .error, at: path[index]["enabled"],
                    "add-on \"\(name)\" is refused: slipway's own plugin connects the pods and has no native network "
                        + "policies",
                    remedy: "remove it, and use network security groups on the pools' subnets")
            }
            guard !installed.contains(name) else { return nil }
            return Finding(
                id, .warning, at: path[index]["enabled"],
                "add-on \"\(name)\" is not installed; slipway installs \(installed.joined(separator: ", "))",
                remedy: "install it with its own chart after the deployment, and remove it here")
        }
    }
}
