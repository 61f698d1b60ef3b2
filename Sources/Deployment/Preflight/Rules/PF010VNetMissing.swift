import AddressPlan
import Findings
import JSONText

/// The VNet and the subnets that the model names must be there.
enum PF010VNetMissing: PreflightRule {
    static let id = RuleID("PF010", "VNetMissing")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let first = context.subnets.first else { return [] }
        if context.facts.isMissing(.network(first.id.virtualNetworkID)) {
            return [
                Finding(
                    id, .error, at: first.path,
                    "there is no VNet \(first.id.virtualNetwork) in the resource group \(first.id.resourceGroup)",
                    remedy: "correct the id; slipway subnets --vnet shows a VNet's subnets")
            ]
        }
        return context.subnets.filter { context.facts.isMissing(.subnet($0.id.text)) }.map { subnet in
            let names =
                (context.facts.body(.network(subnet.id.virtualNetworkID))?["properties"]?["subnets"]?.array
                ?? [])
                .compactMap { $0["name"]?.string }
            let known = names.isEmpty ? "" : "; it has \(names.joined(separator: ", "))"
            return Finding(
                id, .error, at: subnet.path,
                "the VNet \(subnet.id.virtualNetwork) has no subnet \(subnet.id.subnet)\(known)",
                remedy: "name one of its subnets, or have this one made")
        }
    }
}
