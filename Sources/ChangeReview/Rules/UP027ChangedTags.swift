import Findings

/// Tags change.
///
/// Azure changes tags of running machines. Those that are taken out of the model are taken off by the next deployment, because
/// it writes all of a resource's tags.
///
/// ## Before
/// ```yaml
/// tags:
///   team: blue
/// ```
///
/// ## Wrong
/// ```yaml
/// tags:
///   team: green
/// ```
///
/// ## Right
/// ```yaml
/// tags:
///   team: blue
/// ```
///
/// Severity: info.
/// Source: Microsoft Learn, "Use tags to organize your Azure resources".
enum ChangedTags: ChangeRule {
    static let id = RuleID("UP027", "ChangedTags")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map { $0.change(self, .inPlace, "Azure changes tags of running machines") }
    }
}
