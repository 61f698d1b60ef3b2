import AddressPlan
import Findings

/// More than 4,000 nodes in all pools; masters do not count.
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
