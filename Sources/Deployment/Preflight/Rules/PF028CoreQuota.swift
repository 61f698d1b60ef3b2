import Findings

/// The quotas of cores, of each family and of the region, must leave what the cluster adds.
enum PF028CoreQuota: PreflightRule {
    static let id = RuleID("PF028", "CoreQuota")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let list = context.facts.list(.computeUsage) else { return [] }
        let usages = LiveUsage.byName(list)
        let sizes = LiveSize.byName(context.facts.list(.sizes) ?? [])
        var wanted: [(name: String, cores: Int, path: ModelPath, owners: [String])] = []
        func add(_ name: String, _ cores: Int, _ demand: DemandedSize) {
            guard cores > 0, !name.isEmpty else { return }
            if let index = wanted.firstIndex(where: { $0.name == name.lowercased() }) {
                wanted[index].cores += cores
                wanted[index].owners.append(demand.owner)
            } else {
                wanted.append((name.lowercased(), cores, demand.path, [demand.owner]))
            }
        }
        for demand in DemandedSize.all(in: context) {
            guard let size = sizes[demand.size.lowercased()], let each = size.cores else { continue }
            let cores = each * max(0, demand.count - demand.existing)
            add(demand.isSpot ? "lowprioritycores" : size.family, cores, demand)
            if !demand.isSpot { add("cores", cores, demand) }
        }
        return wanted.compactMap { want in
            guard let usage = usages[want.name], usage.left < want.cores else { return nil }
            return Finding(
                id, .error, at: want.path,
                "the quota \(usage.name) of \(context.location ?? "the region") has \(usage.left) of \(usage.limit) cores left "
                    + "(\(usage.current) in use), \(want.cores) are needed (\(want.owners.joined(separator: ", ")))",
                remedy:
                    "have the quota raised to \(usage.current + want.cores), or take fewer or smaller machines"
            )
        }
    }
}
