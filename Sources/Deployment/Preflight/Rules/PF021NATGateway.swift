import Findings
import NetworkPlan

/// A NAT gateway on an existing subnet is the way out, whatever the model says.
enum PF021NATGateway: PreflightRule {
    static let id = RuleID("PF021", "NATGateway")

    static func findings(in context: PreflightContext) -> [Finding] {
        context.subnets.compactMap { subnet in
            guard let gateway = context.live(subnet.id)?.natGateway, case .outboundRule = context.plan.egress
            else {
                return nil
            }
            let name = gateway.split(separator: "/").last.map(String.init) ?? gateway
            return Finding(
                id, .info, at: subnet.path,
                "the subnet \(subnet.plan.name) has the NAT gateway \(name): machines leave by its addresses, not by the "
                    + "load balancer's")
        }
    }
}
