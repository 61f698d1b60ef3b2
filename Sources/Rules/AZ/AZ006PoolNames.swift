import ClusterModel
import Findings

/// Two pools have one name.
///
/// Their resources would have one name, too, and the second would replace the first.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///     - name: batch
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// Source: acs-engine, validation of agent pools.
enum PoolNames: Rule {
    static let id = RuleID("AZ006", "PoolNames")

    static func findings(in context: RuleContext) -> [Finding] {
        var seen: [String: ModelPath] = [:]
        return context.pools.compactMap { pool, path in
            guard let name = pool.name else { return nil }
            guard let first = seen.updateValue(path, forKey: name) else { return nil }
            return Finding(
                id, .error, at: path["name"], "pool \"\(name)\" exists already, at \(first)",
                remedy: "give the pool a name of its own")
        }
    }
}
