import Findings

/// The zones must offer the sizes.
enum PF027ZoneNotOffered: PreflightRule {
    static let id = RuleID("PF027", "ZoneNotOffered")

    static func findings(in context: PreflightContext) -> [Finding] {
        let sizes = LiveSize.byName(context.facts.list(.sizes) ?? [])
        return DemandedSize.all(in: context).compactMap { demand in
            guard let size = sizes[demand.size.lowercased()], !size.isRestricted else { return nil }
            let missing = demand.zones.filter {
                !size.zones.contains($0) || size.restrictedZones.contains($0)
            }
            guard !missing.isEmpty else { return nil }
            let offered = size.zones.subtracting(size.restrictedZones).sorted().joined(separator: ", ")
            return Finding(
                id, .error, at: demand.path,
                "\(demand.size) (\(demand.owner)) is not to be had in zone \(missing.joined(separator: ", ")) of "
                    + "\(context.location ?? "the region")",
                remedy: offered.isEmpty
                    ? "choose another size" : "choose the zones \(offered), or another size")
        }
    }
}
