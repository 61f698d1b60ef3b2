import Findings

/// A pool's machines get more, fewer or larger data disks.
///
/// slipway's machines have theirs from the start; those of a pool that changes are made anew, and what was on the disks of
/// the old ones is gone.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       diskSizesGB: [64]
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       diskSizesGB: [64, 128]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       diskSizesGB: [64]
/// ```
///
/// Severity: error, info.
/// Source: Microsoft Learn, "Modify a Virtual Machine Scale Set"; docs/operate/upgrade.md.
enum ChangedDataDisks: ChangeRule {
    static let id = RuleID("UP015", "ChangedDataDisks")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).filter { !ShrunkDisk.shrinks($0) }.map {
            $0.change(
                self, .replacesNodes,
                "machines get their data disks when they are made; what is on the old ones goes with them")
        }
    }
}
