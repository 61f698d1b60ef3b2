import Findings

/// A scale set's policies change: its price limit, whether more machines are made than asked.
///
/// They are about machines that are yet to be made.
///
/// ## Before
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       scaleSetPriority: Spot
///       spotMaxPrice: 0.1
/// ```
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       scaleSetPriority: Spot
///       spotMaxPrice: 0.2
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       scaleSetPriority: Spot
///       spotMaxPrice: 0.1
/// ```
///
/// Severity: info.
/// Source: Microsoft Learn, "Azure Spot Virtual Machines for Virtual Machine Scale Sets".
enum ScaleSetPolicy: ChangeRule {
    static let id = RuleID("UP028", "ScaleSetPolicy")

    static func changes(in context: ChangeContext) -> [Change] {
        context.keys(of: self).map {
            $0.change(self, .inPlace, "it is about machines that are yet to be made")
        }
    }
}
