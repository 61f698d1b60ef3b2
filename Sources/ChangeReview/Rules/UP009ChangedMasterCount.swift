import Findings

/// The number of masters changes.
///
/// etcd runs on them: a member must be added or removed in etcd, one at a time, before its machine comes or goes. The
/// deployment knows nothing of that; a master that joins by itself waits for ever, and one that is merely deleted costs the
/// quorum.
///
/// ## Before
/// ```yaml
/// properties:
///   masterProfile:
///     count: 3
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     count: 5
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     count: 3
/// ```
///
/// Severity: error, info.
/// Source: etcd, "Runtime reconfiguration"; docs/operate/scale.md.
enum ChangedMasterCount: ChangeRule {
    static let id = RuleID("UP009", "ChangedMasterCount")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(
                self, .needsNewCluster,
                "members of etcd are added and removed by hand, and masters know each other's addresses",
                remedy: "keep \($0.oldText ?? "it")")
        }
    }
}
