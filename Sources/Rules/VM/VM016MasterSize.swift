import AddressPlan
import Catalogue
import ClusterModel
import Findings
import JSONText

/// The masters' size has fewer processors or less memory than a control plane takes.
///
/// kubeadm stops before it begins: it wants two processors and 1,700 MB of memory.
///
/// ## Wrong
/// ```yaml
/// properties:
///   masterProfile:
///     vmSize: Standard_B1s
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   masterProfile:
///     vmSize: Standard_D2s_v5
/// ```
///
/// Source: Kubernetes, "Installing kubeadm": before you begin.
enum MasterSize: Rule {
    static let id = RuleID("VM016", "MasterSize")

    static func findings(in context: RuleContext) -> [Finding] {
        let path = Paths.masterProfile["vmSize"]
        guard
            let size = context.properties.masterProfile.machine.vmSize.flatMap({
                context.catalogues.vmSizes[$0]
            }), size.vCPUs < 2 || size.memoryGiB * 1024 < 1_700
        else { return [] }
        return [
            Finding(
                id, .error, at: path,
                "\(size.name) has \(size.vCPUs) processor\(size.vCPUs == 1 ? "" : "s") and \(size.memoryGiB) GiB; a "
                    + "master needs 2 and 1.7 GiB at least",
                remedy: "write Standard_D2s_v5", fix: .unsafe(.replace(path, "Standard_D2s_v5")))
        ]
    }
}
