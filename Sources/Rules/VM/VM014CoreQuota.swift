import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// The machines of a family need more processors than a new subscription may have of it.
///
/// Azure counts processors for each family and region and refuses the next machine with `QuotaExceeded` or
/// `OperationNotAllowed`; raising the quota can take days. What a subscription may have only Azure knows: `slipway deploy`
/// asks before it begins.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 20
///       vmSize: Standard_D4s_v5
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
/// Source: Microsoft Learn, "Azure subscription and service limits": 20 processors by default.
enum CoreQuota: Rule {
    static let id = RuleID("VM014", "CoreQuota")
    private static let usual = 20

    static func findings(in context: RuleContext) -> [Finding] {
        var families: [(name: String, now: Int, peak: Int, path: ModelPath)] = []
        func add(_ sizeName: String?, count: Int, surge: Int, at path: ModelPath) {
            guard let size = sizeName.flatMap({ context.catalogues.vmSizes[$0] }) else { return }
            let family = size.family
            let cores = (now: size.vCPUs * count, peak: size.vCPUs * (count + surge))
            if let index = families.firstIndex(where: { $0.name == family }) {
                families[index].now += cores.now
                families[index].peak += cores.peak
                families[index].path = path
            } else {
                families.append((family, cores.now, cores.peak, path))
            }
        }
        let masters = context.properties.masterProfile
        add(masters.machine.vmSize, count: masters.count ?? 0, surge: 0, at: Paths.masterProfile["vmSize"])
        for (pool, path) in context.pools {
            guard let count = pool.count, count <= NodeLimit.limit, pool.maxSurge <= 1_000 else { continue }
            add(pool.machine.vmSize, count: count, surge: pool.maxSurge, at: path["vmSize"])
        }
        return families.filter { $0.peak > usual }.map { family in
            Finding(
                id, .info, at: family.path,
                "family \(family.name) needs \(family.now) processors, \(family.peak) during an upgrade; a new "
                    + "subscription has \(usual)",
                remedy: "compare with `az vm list-usage`, and ask for more in time")
        }
    }
}

extension VMSize {
    /// The family whose quota counts: the name without the number of processors, as in `Standard_Ds_v5`.
    var family: String {
        let parts = name.split(separator: "_")
        guard parts.count >= 2 else { return name }
        let letters = parts[1].prefix { !$0.isNumber }
        let rest = parts[1].dropFirst(letters.count).drop { $0.isNumber || $0 == "-" }
        return ([String(parts[0]), String(letters + rest)] + parts.dropFirst(2).map(String.init)).joined(
            separator: "_")
    }
}
