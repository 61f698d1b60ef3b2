import Addressing
import ClusterModel
import NetworkTopology
import Reachability
import Testing

/// The rule that decides.
@Suite struct SecurityGroupTests {
    static let network = """
        subnets:
          - {name: masters, addressPrefix: 10.30.0.0/24}
          - name: nodes
            addressPrefix: 10.30.4.0/22
            securityRules:
              - {name: hub-web, priority: 300, sources: [10.9.0.0/16], ports: ["443", "8000-8010"], protocol: Tcp}
              - {name: no-hub, priority: 400, access: Deny, sources: [10.9.0.0/16]}
              - {name: no-dns, priority: 300, direction: Outbound, access: Deny, destinations: [Internet], ports: ["53"]}
        peerings:
          - {name: hub, addressSpace: [10.9.0.0/16]}
        """

    @Test(
        arguments: [
            ("10.9.0.5", "10.30.4.9", 443, SecurityProtocol.tcp, SecurityDirection.inbound, "hub-web"),
            ("10.9.0.5", "10.30.4.9", 8010, .tcp, .inbound, "hub-web"),
            ("10.9.0.5", "10.30.4.9", 8011, .tcp, .inbound, "no-hub"),
            ("10.9.0.5", "10.30.4.9", 443, .udp, .inbound, "no-hub"),
            ("10.9.0.5", "10.30.0.9", 443, .udp, .inbound, "AllowVnetInBound"),
            ("168.63.129.16", "10.30.4.9", 30_000, .tcp, .inbound, "AllowVnetInBound"),
            ("8.8.8.8", "10.30.4.9", 443, .tcp, .inbound, "DenyAllInBound"),
            ("10.30.4.9", "8.8.8.8", 53, .udp, .outbound, "no-dns"),
            ("10.30.4.9", "10.9.0.5", 53, .udp, .outbound, "AllowVnetOutBound"),
            ("10.30.4.9", "8.8.8.8", 443, .tcp, .outbound, "AllowInternetOutBound"),
        ])
    func decision(
        source: String, target: String, port: Int, transport: SecurityProtocol, direction: SecurityDirection,
        rule: String
    ) throws {
        let group = SecurityGroup(try Network.tracer(Self.network).atlas.topology)
        let packet = SecurityGroup.Packet(
            try #require(IPv4Address(source)), try #require(IPv4Address(target)), port: port, transport)
        #expect(group.decision(packet, direction)?.name == rule)
    }
}
