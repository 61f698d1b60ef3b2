import AddressPlan
import Document
import Findings
import JSONText

/// More than 250 pods on a node, or on a master.
///
/// A network interface has 256 addresses, of which the machine takes one.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 251
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       kubernetesConfig:
///         maxPods: 250
/// ```
///
/// Source: the product's limits, docs/limits.md; Microsoft Learn, "Azure subscription and service limits".
enum PodsPerNode: Rule {
    static let id = RuleID("LM002", "PodsPerNode")
    /// Pods of a node.
    static let limit = 250

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: Set<ModelPath> = []
        return context.addresses.profiles.compactMap { profile in
            // A value of the whole cluster is spoken about once.
            guard profile.maxPods > limit, seen.insert(profile.maxPodsPath).inserted else { return nil }
            return Finding(
                id, .error, at: profile.maxPodsPath,
                "\(profile.maxPods) pods a node (\(profile.name)); a node has \(limit) at most",
                remedy: "write \(limit)",
                fix: context.document.node(at: profile.maxPodsPath).map {
                    .unsafe(
                        .replace(
                            profile.maxPodsPath, $0.string == nil ? .integer(limit) : .string("\(limit)")))
                })
        }
    }
}
