import AddressPlan
import Addressing
import ClusterModel
import Findings

extension NetworkTopology {
    mutating func addNeighbours(_ network: NetworkProfile) {
        peerings = network.peerings.enumerated().map { index, peer in
            let path = Paths.networkProfile["peerings"][index]
            return Peering(
                name: peer.name ?? "\(index)", space: Self.prefixes(peer.addressSpace),
                remoteID: peer.remoteVnetID, allowsForwardedTraffic: peer.allowForwardedTraffic,
                allowsGatewayTransit: peer.allowGatewayTransit, usesRemoteGateways: peer.useRemoteGateways,
                behind: peer.behind.enumerated().map { place, other in
                    BehindNetwork(
                        name: other.name ?? "\(place)", space: Self.prefixes(other.addressSpace),
                        path: path["behind"][place])
                }, path: path)
        }
        let remote = peerings.firstIndex(where: \.usesRemoteGateways)
        sites = network.onPremises.enumerated().map { index, site in
            Site(
                name: site.name ?? "\(index)", index: index, space: Self.prefixes(site.addressSpace),
                connection: connection(of: site, remote: remote),
                path: Paths.networkProfile["onPremises"][index])
        }
    }

    private func connection(of site: SiteProfile, remote: Int?) -> SiteConnection {
        if let vpn = site.vpn { return .vpn(vpn) }
        if let circuit = site.expressRoute { return .expressRoute(circuit) }
        if let remote { return .peersGateway(remote) }
        return isExistingVNet ? .vnetsGateway : .none
    }

    mutating func addGateways(_ network: NetworkProfile) {
        let hasVPN = network.onPremises.contains { $0.vpn != nil }
        let hasCircuit = network.onPremises.contains { $0.expressRoute != nil }
        gateways = Gateways(
            vpn: network.gateways?.vpn ?? (hasVPN ? VPNGatewayProfile() : nil),
            expressRoute: network.gateways?.expressRoute ?? (hasCircuit ? ExpressRouteGatewayProfile() : nil),
            subnet: subnets.firstIndex(where: \.isGateways))
    }

    static func prefixes(_ texts: [String]) -> [IPv4Prefix] {
        texts.compactMap { IPv4PrefixText($0)?.masked }
    }
}
