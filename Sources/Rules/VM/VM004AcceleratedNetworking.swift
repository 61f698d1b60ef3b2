import Catalogue
import ClusterModel
import Findings

/// Accelerated networking on a size that cannot do it, or switched off on one that does nothing else.
///
/// Azure answers `VMSizeIsNotPermittedToEnableAcceleratedNetworking`.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_B2s
///       acceleratedNetworkingEnabled: true
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       acceleratedNetworkingEnabled: true
/// ```
///
/// Source: apimodels/vm-sizes.tsv.
enum AcceleratedNetworking: Rule {
    static let id = RuleID("VM004", "AcceleratedNetworking")

    static func findings(in context: RuleContext) -> [Finding] {
        context.pools.compactMap { pool, path in
            guard let wanted = pool.acceleratedNetworkingEnabled,
                let size = pool.machine.vmSize.flatMap({ context.catalogues.vmSizes[$0] })
            else { return nil }
            switch (wanted, size.acceleratedNetworking) {
            case (true, .no):
                return Finding(
                    id, .error, at: path["acceleratedNetworkingEnabled"],
                    "\(size.name) has no accelerated networking",
                    remedy: "write false, or choose another size")
            case (false, .required):
                return Finding(
                    id, .error, at: path["acceleratedNetworkingEnabled"],
                    "\(size.name) works with accelerated networking only", remedy: "write true, or remove it")
            case (true, .yes), (true, .required), (false, .yes), (false, .no): return nil
            }
        }
    }
}
