import Catalogue
import ClusterModel
import Findings
import JSONText

/// A size that slipway's catalogue does not have.
///
/// Azure answers `InvalidParameter` or `SkuNotAvailable`, after minutes.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v55
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
/// ```
///
/// Source: apimodels/vm-sizes.tsv.
enum UnknownSize: Rule {
    static let id = RuleID("VM001", "UnknownSize")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            machine.vmSize.flatMap { finding($0, at: path["vmSize"], in: context) }
        }
    }

    /// What there is to say about `size`.
    static func finding(_ size: String, at path: ModelPath, in context: RuleContext) -> Finding? {
        guard context.catalogues.vmSizes[size] == nil else { return nil }
        let near = Spelling.nearest(to: size, among: context.catalogues.vmSizes.all.map(\.name))
        return Finding(
            id, .error, at: path, "\"\(size)\" is no size that slipway knows",
            remedy: near.map { "write \($0)" }
                ?? "write one of apimodels/vm-sizes.tsv, such as Standard_D4s_v5",
            fix: near.map { .unsafe(.replace(path, .string($0))) })
    }
}
