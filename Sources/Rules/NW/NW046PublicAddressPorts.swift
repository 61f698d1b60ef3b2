import AddressPlan
import ClusterModel
import Findings
import NetworkTopology

/// A public address opens no port, or its ports or sources cannot be read.
///
/// A Standard public address is closed until a rule opens it: without ports nobody reaches the pod.
///
/// ## Wrong
/// ```yaml
/// properties:
///   agentPoolProfiles:
///     - {name: agents, count: 2, vmSize: Standard_D4s_v5, availabilityProfile: AvailabilitySet}
///   networkProfile:
///     egress: {type: natGateway}
///     publicAddresses:
///       - {name: web, pool: agents, ports: [https]}
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
/// Source: Microsoft Learn, "Public IP addresses": Standard SKU.
enum PublicAddressPorts: Rule {
    static let id = RuleID("NW046", "PublicAddressPorts")

    static func findings(in context: RuleContext) -> [Finding] {
        context.properties.networkProfile.publicAddresses.enumerated().flatMap {
            index, address -> [Finding] in
            let path = Paths.networkProfile["publicAddresses"][index]
            if address.ports.isEmpty {
                return [
                    Finding(
                        id, .error, at: path, "public address \(address.name ?? "") opens no port",
                        remedy: "add ports, such as 443/tcp")
                ]
            }
            let ports = address.ports.enumerated().filter { PortRange.withTransport($1) == nil }.map {
                place, text in
                Finding(
                    id, .error, at: path["ports"][place], "\"\(text)\" is no port",
                    remedy: "write one such as 443/tcp or 5000-5010/udp")
            }
            let sources = address.sources.enumerated().filter { AddressMatch($1) == nil }.map { place, text in
                Finding(
                    id, .error, at: path["sources"][place],
                    "\"\(text)\" is neither a prefix nor a tag of Azure's",
                    remedy: "write a prefix such as 203.0.113.0/24, or Internet")
            }
            return ports + sources
        }
    }
}
