import Addressing
import NetworkTopology
import Reachability
import Testing

/// Which route wins, and why.
@Suite struct RouteTests {
    static let network = """
        subnets:
          - {name: masters, addressPrefix: 10.30.0.0/24}
          - {name: nodes, addressPrefix: 10.30.4.0/22}
        peerings:
          - {name: hub, addressSpace: [10.9.0.0/16], useRemoteGateways: true}
        onPremises:
          - {name: hq, addressSpace: [192.168.0.0/16, 10.9.4.0/24]}
        serviceEndpoints:
          - {service: Storage, addressPrefixes: [20.60.0.0/16]}
        routes:
          - {name: out, addressPrefixes: [0.0.0.0/0, 192.168.0.0/16], nextHopIPAddress: 10.9.0.4}
          - {name: hole, addressPrefixes: [10.30.4.0/22], nextHopType: None, subnets: [nodes]}
        """

    @Test(
        arguments: [
            ("10.30.0.9", "VnetLocal", "Default"), ("10.30.5.9", "None", "User"),
            ("10.9.0.9", "VNetPeering", "Default"),
            // Longer, but a gateway's route never stands before a peering's.
            ("10.9.4.9", "VNetPeering", "Default"),
            ("192.168.1.1", "VirtualAppliance", "User"), ("8.8.8.8", "VirtualAppliance", "User"),
            ("20.60.1.1", "VirtualNetworkServiceEndpoint", "Default"), ("172.16.0.1", "None", "Default"),
        ])
    func winner(target: String, hop: String, origin: String) throws {
        let atlas = try Network.tracer(Self.network).atlas
        let nodes = try #require(atlas.topology.subnet(named: "nodes"))
        let address = try #require(IPv4Address(target))
        let found = try #require(atlas.route(from: nodes, to: address))
        #expect(found.route.hop.text == hop)
        #expect(found.route.origin.text == origin)
    }

    @Test func aRouteOfOneSubnetIsNotAnothers() throws {
        let atlas = try Network.tracer(Self.network).atlas
        let masters = try #require(atlas.topology.subnet(named: "masters"))
        let address = try #require(IPv4Address("10.30.5.9"))
        #expect(atlas.route(from: masters, to: address)?.route.hop == .vnet)
    }

    @Test func replacedRoutesAreListedAsInvalid() throws {
        let atlas = try Network.tracer(Self.network).atlas
        let nodes = try #require(atlas.topology.subnet(named: "nodes"))
        let invalid = atlas.routes(of: nodes).filter { !$0.isActive }.map { "\($0.origin.text) \($0.prefix)" }
        #expect(
            Set(invalid) == [
                "Default 0.0.0.0/0", "VirtualNetworkGateway 192.168.0.0/16", "Default 192.168.0.0/16",
            ])
    }
}
