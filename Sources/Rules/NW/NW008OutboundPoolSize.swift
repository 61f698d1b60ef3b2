import AddressPlan
import ClusterModel
import Findings

/// More machines than the backend pool of a load balancer holds share its outbound rule.
///
/// A Standard load balancer's pool holds 1,000 network interfaces; Azure refuses the next.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: blue
///       count: 600
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///     - name: green
///       count: 600
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///   networkProfile:
///     egress:
///       type: loadBalancer
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - name: blue
///       count: 600
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///     - name: green
///       count: 600
///       vmSize: Standard_D4s_v5
///       ipAddressCount: 2
///   networkProfile:
///     egress:
///       type: natGateway
/// ```
///
/// Source: Microsoft Learn, "Azure subscription and service limits": load balancer.
enum OutboundPoolSize: Rule {
    static let id = RuleID("NW008", "OutboundPoolSize")
    private static let limit = 1_000

    static func findings(in context: RuleContext) -> [Finding] {
        guard context.properties.networkProfile.egress.type == .loadBalancer else { return [] }
        let nodes = context.addresses.pools.reduce(0) { $0 + $1.count + $1.maxSurge }
        guard context.addresses.agentNodes > limit else { return [] }
        return [
            Finding(
                id, .error, at: Paths.networkProfile["egress"]["type"],
                "\(nodes) nodes (with surge) share an outbound rule; a load balancer's pool holds \(limit)",
                remedy: "write networkProfile.egress: {type: natGateway}"
                    + (context.addresses.isExistingVNet ? ", or none with a gateway of the network team" : "")
            )
        ]
    }
}
