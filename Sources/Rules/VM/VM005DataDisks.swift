import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// More or other data disks than the size or Azure takes.
///
/// Azure answers `OperationNotAllowed` ("The maximum number of data disks …"). Masters need one for etcd.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       diskSizesGB: [64, 64, 64, 64, 64]
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       diskSizesGB: [64, 64]
/// ```
///
/// Source: apimodels/vm-sizes.tsv; Microsoft Learn, "Managed disks": 1 to 32,767 GB.
enum DataDisks: Rule {
    static let id = RuleID("VM005", "DataDisks")

    static func findings(in context: RuleContext) -> [Finding] {
        var findings: [Finding] = []
        for (pool, path) in context.pools {
            let place = path["diskSizesGB"]
            for (index, size) in pool.diskSizesGB.enumerated() where !(1...32_767).contains(size) {
                findings.append(
                    Finding(id, .error, at: place[index], "a disk of \(size) GB; disks have 1 to 32767 GB"))
            }
            let count = pool.diskSizesGB.count
            let limit = pool.machine.vmSize.flatMap { context.catalogues.vmSizes[$0]?.maxDataDisks } ?? 4
            if count > min(4, limit) {
                findings.append(
                    Finding(
                        id, .error, at: place,
                        "\(count) data disks; a pool has 4 at most, and \(pool.machine.vmSize ?? "its size") takes "
                            + "\(limit)",
                        remedy: "remove \(count - min(4, limit))"))
            }
        }
        let masterSize = context.properties.masterProfile.machine.vmSize
        if let size = masterSize.flatMap({ context.catalogues.vmSizes[$0] }), size.maxDataDisks < 1 {
            findings.append(
                Finding(
                    id, .error, at: Paths.masterProfile["vmSize"],
                    "\(size.name) takes no data disk; etcd needs one"))
        }
        return findings
    }
}
