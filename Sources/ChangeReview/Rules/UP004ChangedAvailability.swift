import Findings

/// A pool would be in a scale set in place of an availability set, or the other way round.
///
/// A machine joins an availability set when it is made, and never leaves it; instances of a scale set are other
/// resources. Azure would make the new machines beside the old ones, which nobody would know any more.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: VirtualMachineScaleSets
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///     - name: scaled
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: VirtualMachineScaleSets
/// ```
///
/// Severity: error.
/// Source: Microsoft Learn, "Availability sets overview".
enum ChangedAvailability: ChangeRule {
    static let id = RuleID("UP004", "ChangedAvailability")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { key in
            let isMasters = key.machines == ClusterSide.masters
            return key.change(
                self, .impossible,
                "machines are put into an availability set or scale set when they are made, and stay",
                remedy: isMasters
                    ? "keep it; only a new cluster has masters elsewhere"
                    : Reasons.newPool(key.machines ?? "it"))
        }
    }
}
