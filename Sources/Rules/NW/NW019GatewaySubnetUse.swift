import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// Something other than gateways is put into `GatewaySubnet`.
///
/// Azure lets nothing else into that subnet and no network security group onto it; either breaks the gateway.
///
/// ## Wrong
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - name: GatewaySubnet
///         addressPrefix: 10.8.0.0/27
///         securityRules:
///           - {name: web, priority: 200, ports: ["443"]}
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   networkProfile:
///     vnet: {addressSpace: [10.240.0.0/12, 10.8.0.0/16]}
///     subnets:
///       - name: GatewaySubnet
///         addressPrefix: 10.8.0.0/27
/// ```
///
/// Source: Microsoft Learn, "About VPN Gateway configuration settings".
enum GatewaySubnetUse: Rule {
    static let id = RuleID("NW019", "GatewaySubnetUse")

    static func findings(in context: RuleContext) -> [Finding] {
        let network = context.properties.networkProfile
        let name = SubnetProfile.gatewayName.lowercased()
        var findings: [Finding] = []
        func add(_ path: ModelPath, _ what: String) {
            findings.append(
                Finding(
                    id, .error, at: path, "\(what) in GatewaySubnet, which takes gateways only",
                    remedy: "use another subnet"))
        }
        for (index, subnet) in network.subnets.enumerated()
        where subnet.name?.lowercased() == name && !subnet.securityRules.isEmpty {
            add(Paths.networkProfile["subnets"][index]["securityRules"], "security rules")
        }
        for (index, endpoint) in network.privateEndpoints.enumerated()
        where endpoint.subnet?.lowercased() == name {
            add(Paths.networkProfile["privateEndpoints"][index]["subnet"], "a private endpoint")
        }
        if network.services?.internalSubnet?.lowercased() == name {
            add(Paths.networkProfile["services"]["internalSubnet"], "addresses of services")
        }
        for group in context.topology.machines {
            guard let subnet = group.subnet, context.topology.subnets[subnet].isGateways else { continue }
            add(group.path, group.isMasters ? "masters" : "nodes of pool \(group.name)")
        }
        return findings
    }
}
