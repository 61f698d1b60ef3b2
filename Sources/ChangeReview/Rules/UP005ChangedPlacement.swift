import Findings
import JSONText

/// Where Azure puts machines changes: zones, fault and update domains, placement groups, spare capacity.
///
/// All of it is decided when an availability set, a scale set or a machine is made; Azure answers
/// `PropertyChangeNotAllowed`. Only a scale set may leave its single placement group.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 3
///       vmSize: Standard_D4s_v5
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 3
///       vmSize: Standard_D4s_v5
///       availabilityZones: ["1", "2", "3"]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 3
///       vmSize: Standard_D4s_v5
///     - name: zoned
///       count: 3
///       vmSize: Standard_D4s_v5
///       availabilityZones: ["1", "2", "3"]
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Resolve errors for resource property changes"; "Modify a Virtual Machine Scale Set": properties
/// with restrictions.
enum ChangedPlacement: ChangeRule {
    static let id = RuleID("UP005", "ChangedPlacement")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { key in
            if key.path.steps.last == .key("singlePlacementGroup"), key.new == .bool(false) {
                return key.change(
                    self, .inPlace, "a scale set may leave its placement group, and never goes back")
            }
            let isMasters = key.machines == ClusterSide.masters
            return key.change(
                self, .impossible,
                "Azure decides it when the machines or their set are made (PropertyChangeNotAllowed)",
                remedy: isMasters
                    ? "keep it; only a new cluster has it" : Reasons.newPool(key.machines ?? "it"))
        }
    }
}
