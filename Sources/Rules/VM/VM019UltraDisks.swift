import Catalogue
import ClusterModel
import Findings

/// Ultra disks are asked for on a size that takes no premium storage.
///
/// Azure answers `InvalidParameter`: the size does not support `UltraSSD_LRS`. Ultra disks are offered where premium disks are,
/// and in some zones and regions only, which `deploy` learns from Azure.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4_v3
///       ultraSSDEnabled: true
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v3
///       ultraSSDEnabled: true
/// ```
///
/// Source: apimodels/vm-sizes.tsv; Microsoft Learn, "Using Azure ultra disks": limitations.
enum UltraDisks: Rule {
    static let id = RuleID("VM019", "UltraDisks")

    static func findings(in context: RuleContext) -> [Finding] {
        context.machines.compactMap { machine, path, _ in
            guard machine.ultraSSDEnabled, let written = machine.vmSize,
                let size = context.catalogues.vmSizes[written], !size.premiumStorage
            else { return nil }
            return Finding(
                id, .error, at: path["ultraSSDEnabled"],
                "\(size.name) takes no premium disks, and so no ultra disks",
                remedy: "remove ultraSSDEnabled, or choose a size with an s in its name")
        }
    }
}
