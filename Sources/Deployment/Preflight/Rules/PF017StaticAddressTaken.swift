import AddressPlan
import Findings
import JSONText
import NetworkPlan

/// The addresses of the masters and of the API server's load balancer must be free.
enum PF017StaticAddressTaken: PreflightRule {
    static let id = RuleID("PF017", "StaticAddressTaken")

    static func findings(in context: PreflightContext) -> [Finding] {
        guard let network = context.subnets.first?.id.virtualNetworkID else { return [] }
        var owners: [(address: String, type: String, name: String)] = context.plan.masters.machines.map {
            ("\($0.address)", "Microsoft.Network/networkInterfaces", $0.nicName)
        }
        owners.append(
            (
                "\(context.plan.apiServer.internalAddress)", "Microsoft.Network/loadBalancers",
                context.plan.apiServer.internalLoadBalancerName
            ))
        return owners.compactMap { owner in
            guard let answer = context.facts.body(.address(network: network, owner.address)),
                answer["available"]?.bool == false, !context.has(owner.type, owner.name)
            else { return nil }
            let others = (answer["availableIPAddresses"]?.array ?? []).compactMap(\.string).prefix(3)
            let near = others.isEmpty ? "" : "; free are \(others.joined(separator: ", "))"
            return Finding(
                id, .error, at: Paths.masterProfile["firstConsecutiveStaticIP"],
                "the address \(owner.address), which \(owner.name) gets, is taken\(near)",
                remedy: "choose another masterProfile.firstConsecutiveStaticIP, or free the address")
        }
    }
}
