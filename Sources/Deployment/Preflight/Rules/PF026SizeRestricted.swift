import Findings

/// The subscription must be allowed to use the sizes.
enum PF026SizeRestricted: PreflightRule {
    static let id = RuleID("PF026", "SizeRestricted")

    static func findings(in context: PreflightContext) -> [Finding] {
        let sizes = LiveSize.byName(context.facts.list(.sizes) ?? [])
        return DemandedSize.all(in: context).filter { sizes[$0.size.lowercased()]?.isRestricted ?? false }.map
        { demand in
            Finding(
                id, .error, at: demand.path,
                "the subscription may not use \(demand.size) in \(context.location ?? "the region") (\(demand.owner))",
                remedy: "choose another size, or ask Azure's support to lift the restriction")
        }
    }
}
