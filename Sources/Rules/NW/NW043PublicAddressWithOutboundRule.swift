import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// Pods get public addresses while nodes leave by a load balancer's outbound rule.
///
/// An outbound rule is obeyed only for machines without a public address of their own, and Azure refuses such a
/// machine in the rule's pool with `InvalidOperation`. A NAT gateway serves both.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"]}
///     egress: {type: loadBalancer}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: agents
///       count: 2
///       vmSize: Standard_D4s_v5
///       availabilityProfile: AvailabilitySet
///   networkProfile:
///     publicAddresses:
///       - {name: web, pool: agents, node: 0, ports: ["443/tcp"]}
///     egress: {type: natGateway}
/// ```
///
/// Source: cloud-provider-azure documentation, "Azure LoadBalancer"; Microsoft Learn, "Upgrade a basic load
/// balancer".
enum PublicAddressWithOutboundRule: Rule {
    static let id = RuleID("NW043", "PublicAddressWithOutboundRule")

    static func findings(in context: RuleContext) -> [Finding] {
        guard let first = context.topology.publicAddresses.first, context.topology.egress == .outboundRule
        else {
            return []
        }
        let way =
            context.topology.isExistingVNet ? "none, with a NAT gateway of the network team" : "natGateway"
        return [
            Finding(
                id, .error, at: first.path,
                "public address \(first.name) and an outbound rule exclude each other on one machine",
                remedy: "write networkProfile.egress.type: \(way)")
        ]
    }
}
