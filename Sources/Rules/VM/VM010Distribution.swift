import ClusterModel
import Findings

/// A distribution that is gone, and for which the current Ubuntu LTS is used, or one that slipway does not set up.
///
/// The bring-up is written and tested for one distribution; on another it would stop in the middle.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       distro: flatcar
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       distro: ubuntu
/// ```
///
/// Source: docs/model-keys.md; the distributions of acs-engine and aks-engine.
enum Distribution: Rule {
    static let id = RuleID("VM010", "Distribution")
    private static let ubuntu = [
        "ubuntu", "ubuntu-18.04", "ubuntu-20.04", "ubuntu-18.04-gen2", "ubuntu-20.04-gen2", "aks",
        "aks-ubuntu-16.04", "aks-ubuntu-18.04", "aks-ubuntu-20.04", "aks-ubuntu-18.04-gen2",
        "aks-ubuntu-20.04-gen2",
        "aks-docker-engine", "aks-1604-deprecated", "aks-1804-deprecated",
    ]
    private static let others = ["rhel", "coreos", "flatcar", "acc-16.04"]

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard let name = machine.distro, name != "ubuntu" else { return nil }
            if ubuntu.contains(name) {
                return Finding(
                    id, .warning, at: path["distro"], "\(name) is gone; Ubuntu 24.04 LTS is used",
                    remedy: "remove distro", fix: .safe(.remove(path["distro"])))
            }
            return Finding(
                id, .error, at: path["distro"],
                others.contains(name)
                    ? "\(name) is not supported: nodes run Ubuntu"
                    : "\"\(name)\" is no distribution that models know",
                remedy: "remove distro")
        }
    }
}
