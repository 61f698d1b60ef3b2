import ClusterModel
import Findings

/// One placement group for more machines than it holds, or for an availability set.
///
/// Azure answers `SinglePlacementGroupCannotHaveMoreThan100Vms` or its like.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 101
///       vmSize: Standard_D4s_v5
///       singlePlacementGroup: true
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 101
///       vmSize: Standard_D4s_v5
///       singlePlacementGroup: false
/// ```
///
/// Source: Microsoft Learn, "Working with large virtual machine scale sets".
enum PlacementGroup: Rule {
    static let id = RuleID("VM009", "PlacementGroup")
    private static let limit = 100

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, isMasters in
            guard let single = machine.singlePlacementGroup else { return nil }
            if isMasters || machine.availabilityProfile == .availabilitySet {
                return Finding(
                    id, .error, at: path["singlePlacementGroup"], "only scale sets have placement groups",
                    remedy: "remove singlePlacementGroup")
            }
            guard single, let pool = context.pools.first(where: { $0.path == path })?.pool,
                let count = pool.count,
                count > limit
            else { return nil }
            return Finding(
                id, .error, at: path["singlePlacementGroup"],
                "\(count) nodes in one placement group, which holds \(limit)",
                remedy: "write false, or lower count to \(limit)")
        }
    }
}
