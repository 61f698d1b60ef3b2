import Findings

/// The region must offer the sizes.
enum PF025SizeNotOffered: PreflightRule {
    static let id = RuleID("PF025", "SizeNotOffered")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let list = context.facts.list(.sizes), !list.isEmpty else { return [] }
        let sizes = LiveSize.byName(list)
        return DemandedSize.all(in: context).filter { sizes[$0.size.lowercased()] == nil }.map { demand in
            let family =
                demand.size.split(separator: "_").dropFirst().first.map { $0.prefix { !$0.isNumber } } ?? ""
            let near = sizes.values.filter {
                $0.name.split(separator: "_").dropFirst().first?.hasPrefix(family) ?? false
            }
            .filter { !$0.isRestricted }.map(\.name).sorted().prefix(3)
            return Finding(
                id, .error, at: demand.path,
                "\(context.location ?? "the region") does not offer \(demand.size) (\(demand.owner))",
                remedy: near.isEmpty
                    ? "choose another size or region"
                    : "choose another size, such as \(near.joined(separator: ", "))")
        }
    }
}
