import AddressPlan
import Findings

/// More than 4,000 nodes in all pools; masters do not count.
///
/// slipway is measured with clusters up to this size; beyond it the control plane and Azure's limits for one
/// resource group are not known to hold.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: blue
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///     - name: green
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///     - name: red
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///     - name: grey
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///     - name: black
///       count: 1
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: blue
///       count: 1000
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
/// ```
///
/// Source: the product's limits, docs/limits.md.
enum NodeLimit: Rule {
    static let id = RuleID("LM001", "Nodes")
    /// Nodes of a cluster.
    static let limit = 4_000

    static func findings(in context: RuleContext) -> [Finding] {
        let nodes = context.addresses.agentNodes
        guard nodes > limit else { return [] }
        return [
            Finding(
                id, .error, at: Paths.agentPoolProfiles,
                "the pools have \(nodes) nodes; a cluster has \(limit) at most, \(nodes - limit) fewer",
                remedy: "lower the counts by \(nodes - limit)")
        ]
    }
}
