import ClusterModel
import Findings

/// A size with a GPU, for which no driver is installed.
///
/// Pods that ask for a GPU stay pending: without a driver no device plugin announces one.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_NC12s_v3
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// Source: docs/model-keys.md.
enum GPUSize: Rule {
    static let id = RuleID("VM003", "GPUSize")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard let size = machine.vmSize, size.lowercased().hasPrefix("standard_n") else { return nil }
            return Finding(
                id, .warning, at: path["vmSize"], "\(size) has a GPU, and slipway installs no driver for it",
                remedy: "install one after the deployment, such as the GPU operator")
        }
    }
}
