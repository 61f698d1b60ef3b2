import AddressPlan
import Findings
import JSONText

/// Machines join only networks of their own region.
enum PF011VNetRegion: PreflightRule {
    static let id = RuleID("PF011", "VNetRegion")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let first = context.subnets.first, let wanted = context.location,
            let region = context.facts.body(.network(first.id.virtualNetworkID))?["location"]?.string,
            folded(region) != folded(wanted)
        else { return [] }
        return [
            Finding(
                id, .error, at: first.path,
                "the VNet \(first.id.virtualNetwork) is in \(region), the cluster goes to \(wanted)",
                remedy: "set location to \(folded(region)), or name a subnet of a VNet in \(wanted)")
        ]
    }

    private static func folded(_ region: String) -> String { region.lowercased().filter { $0 != " " } }
}
