import AddressPlan
import Addressing
import Findings
import JSONText
import NetworkPlan

/// What the model says of the VNet's address space must be what the VNet has, and the services' range must stand outside.
enum PF012VNetAddressSpace: PreflightRule {
    static let id = RuleID("PF012", "VNetAddressSpace")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let first = context.subnets.first,
            let texts = context.facts.body(.network(first.id.virtualNetworkID))?["properties"]?[
                "addressSpace"]?[
                    "addressPrefixes"]?.array
        else { return [] }
        let space = texts.compactMap { $0.string.flatMap { IPv4Prefix($0) } }
        let shown = space.map { "\($0)" }.joined(separator: ", ")
        var findings: [Finding] = []
        if case .existing(_, let said) = context.plan.network.vnet {
            let lacking = said.filter { part in !space.contains { $0.contains(part) } }
            let unknown = said.isEmpty ? [] : space.filter { part in !said.contains { $0.contains(part) } }
            if !lacking.isEmpty || !unknown.isEmpty {
                findings.append(
                    Finding(
                        id, lacking.isEmpty ? .warning : .error, at: Paths.masterProfile["vnetCidr"],
                        "the VNet \(first.id.virtualNetwork) has the address space \(shown), the model says "
                            + said.map { "\($0)" }.joined(separator: ", "),
                        remedy: "set masterProfile.vnetCidr to what the VNet has"))
            }
        }
        for part in space where part.overlaps(context.plan.network.serviceCidr) {
            findings.append(
                Finding(
                    id, .error, at: Paths.kubernetesConfig["serviceCidr"],
                    "the services' range \(context.plan.network.serviceCidr) overlaps \(part) of the VNet "
                        + first.id.virtualNetwork,
                    remedy: "choose a range outside of \(shown)"))
        }
        return findings
    }
}
