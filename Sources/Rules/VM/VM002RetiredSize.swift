import Catalogue
import ClusterModel
import Findings

/// A size that Azure has retired, or is about to.
///
/// Azure answers `SkuNotAvailable` in the regions that no longer have it, and no machine can be added in the
/// others one day.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D2
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D2s_v5
/// ```
///
/// Source: Microsoft Learn, "Previous generations of virtual machine sizes"; apimodels/vm-sizes.tsv.
enum RetiredSize: Rule {
    static let id = RuleID("VM002", "RetiredSize")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard let size = machine.vmSize.flatMap({ context.catalogues.vmSizes[$0] }), size.isRetired else {
                return nil
            }
            return Finding(
                id, .warning, at: path["vmSize"], "\(size.name) is retired; many regions no longer have it",
                remedy: "use a size of today, such as Standard_D2s_v5")
        }
    }
}
