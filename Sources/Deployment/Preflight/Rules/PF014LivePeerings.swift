import AddressPlan
import Addressing
import Findings
import JSONText
import NetworkPlan

/// The VNet's peerings must work, and the services' range must not hide a network behind them.
enum PF014LivePeerings: PreflightRule {
    static let id = RuleID("PF014", "LivePeerings")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let first = context.subnets.first,
            let peerings = context.facts.body(.network(first.id.virtualNetworkID))?["properties"]?[
                "virtualNetworkPeerings"]?.array
        else { return [] }
        var findings: [Finding] = []
        for peering in peerings {
            let name = peering["name"]?.string ?? "?"
            let properties = peering["properties"]
            if let state = properties?["peeringState"]?.string, state.lowercased() != "connected" {
                findings.append(
                    Finding(
                        id, .warning, at: first.path,
                        "the peering \(name) of the VNet \(first.id.virtualNetwork) is \(state): nothing passes through it",
                        remedy: "have the other side's half of the peering made"))
            }
            let space =
                properties?["remoteAddressSpace"]?["addressPrefixes"]?.array
                ?? properties?["remoteVirtualNetworkAddressSpace"]?["addressPrefixes"]?.array ?? []
            for part in space.compactMap({ $0.string.flatMap { IPv4Prefix($0) } })
            where part.overlaps(context.plan.network.serviceCidr) {
                findings.append(
                    Finding(
                        id, .error, at: Paths.kubernetesConfig["serviceCidr"],
                        "the services' range \(context.plan.network.serviceCidr) overlaps \(part) behind the peering \(name): "
                            + "pods could not reach it",
                        remedy: "choose another serviceCidr"))
            }
        }
        return findings
    }
}
