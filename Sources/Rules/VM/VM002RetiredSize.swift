import Catalogue
import ClusterModel
import Findings

/// A size that Azure has retired, or is about to.
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
