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
            let path = Paths.networkProfile["onPremises"][index]
            return Site(
                name: site.name ?? "\(index)", index: index, space: Self.prefixes(site.addressSpace),
                connection: connection(of: site, remote: remote), tunnelled: Self.tunnelled(site, path),
                path: path)
        }
    }

    /// The tunnel's own ranges, or all of the site's.
    private static func tunnelled(
        _ site: SiteProfile, _ path: ModelPath
    ) -> [(prefix: IPv4Prefix, path: ModelPath)] {
        guard let vpn = site.vpn else { return [] }
        guard !vpn.addressPrefixes.isEmpty else { return prefixes(site.addressSpace).map { ($0, path) } }
        return vpn.addressPrefixes.enumerated().compactMap { place, text in
            IPv4PrefixText(text).map { ($0.masked, path["vpn"]["addressPrefixes"][place]) }
        }
    }

    /// The network while every connection of that kind is down.
    public func losing(_ kind: GatewayKind) -> NetworkTopology {
        var rest = self
        for index in rest.sites.indices {
            rest.sites[index].connection = sites[index].connection.losing(kind)
        }
        return rest
    }

    private func connection(of site: SiteProfile, remote: Int?) -> SiteConnection {
        switch (site.vpn, site.expressRoute) {
        case (let vpn?, let circuit?): return .both(circuit, vpn)
        case (let vpn?, nil): return .vpn(vpn)
        case (nil, let circuit?): return .expressRoute(circuit)
        case (nil, nil): break
        }
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
