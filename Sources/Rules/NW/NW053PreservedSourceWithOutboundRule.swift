import AddressPlan
import ClusterModel
import Findings

/// Pods keep their addresses on the way to the internet, and the way is an outbound rule.
///
/// An outbound rule serves the first ipConfiguration of a machine only, so pods would reach nothing outside. A NAT
/// gateway or an appliance serves all.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: loadBalancer, preservePodAddresses: true}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     egress: {type: natGateway, preservePodAddresses: true}
/// ```
///
/// Source: Microsoft Learn, "Outbound rules Azure Load Balancer"; "Azure NAT Gateway".
enum PreservedSourceWithOutboundRule: Rule {
    static let id = RuleID("NW053", "PreservedSourceWithOutboundRule")

    static func findings(in context: RuleContext) -> [Finding] {
        let egress = context.properties.networkProfile.egress
        guard egress.preservePodAddresses, egress.type == .loadBalancer else { return [] }
        return [
            Finding(
                id, .error, at: Paths.networkProfile["egress"]["preservePodAddresses"],
                "an outbound rule serves machines' own addresses only: pods that keep theirs reach nothing outside",
                remedy: "write egress.type: natGateway or appliance, or remove preservePodAddresses")
        ]
    }
}
