import Addressing
import ClusterModel
import Findings
import NetworkTopology

extension Walk {
    /// From outside the VNet.
    mutating func arrive() {
        switch trace.from.place {
        case .peer(let index):
            let peering = atlas.topology.peerings[index]
            trace.via.append(atlas.peeringWays[index])
            note(.peering, "from \(peering.name)", peering.path)
        case .behind(let peer, let network): return arriveFromBehind(peer, network)
        case .site(let index):
            if let denial = arriveFromSite(atlas.topology.sites[index]) {
                return deny(.gateway, denial, atlas.topology.sites[index].path)
            }
        default: return arriveFromInternet()
        }
        enter()
    }

    /// Into the subnet of the destination.
    private mutating func enter() {
        guard case .subnet(let subnet) = trace.to.place else {
            return deny(
                .destination, "\(trace.to.name) is not in the VNet: the cluster has no part in this flow",
                nil
            )
        }
        guard deliver(to: subnet) else { return }
        answer(from: subnet, to: trace.from.place)
    }

    private mutating func arriveFromSite(_ site: Site) -> String? {
        switch site.connection {
        case .vpn, .expressRoute, .both:
            noteConnection(of: site, for: source, isInbound: true)
            return arriveThroughGatewaySubnet()
        case .peersGateway(let peer):
            let peering = atlas.topology.peerings[peer]
            trace.via += ["gateway", atlas.peeringWays[peer]]
            note(.gateway, "from \(site.name) by the gateway of \(peering.name)", peering.path)
        case .vnetsGateway:
            trace.via.append("gateway")
            note(.gateway, "from \(site.name) by the gateway that the network team has", site.path)
        case .none:
            return
                "nothing connects site \(site.name): no gateway here, and no peering with useRemoteGateways"
        }
        return nil
    }

    /// A route table of the gateways' subnet can send what arrives through an appliance.
    private mutating func arriveThroughGatewaySubnet() -> String? {
        guard let index = atlas.topology.gateways.subnet,
            let route = atlas.route(from: index, to: target)?.route
        else { return nil }
        guard case .appliance(let address) = route.hop else { return nil }
        note(.route, "\(route.prefix) → \(route.hop.text) \(address) in GatewaySubnet", route.path)
        trace.via.append("appliance \(address)")
        appliances.append(address)
        return nil
    }

    /// A network behind a peer comes by an appliance there, or not at all: peerings are not transitive.
    private mutating func arriveFromBehind(_ peer: Int, _ network: Int) {
        let peering = atlas.topology.peerings[peer]
        let behind = peering.behind[network]
        guard case .subnet(let subnet) = trace.to.place else { return enter() }
        let back = atlas.route(from: subnet, to: source)?.route
        guard case .appliance(let address) = back?.hop, atlas.place(of: address) == .peer(peer) else {
            return deny(
                .peering,
                "\(behind.name) → \(peering.name) → this VNet: peerings are not transitive, and no route of subnet "
                    + "\(atlas.topology.subnets[subnet].name) leads to \(behind.name) by an appliance in \(peering.name)",
                behind.path)
        }
        guard peering.allowsForwardedTraffic else {
            return deny(
                .peering, "peering \(peering.name) lets in no forwarded traffic",
                peering.path["allowForwardedTraffic"])
        }
        trace.via += ["appliance \(address)", "peering \(peering.name)"]
        note(.appliance, "from \(behind.name) by appliance \(address) in \(peering.name)", behind.path)
        appliances.append(address)
        enter()
    }

    private mutating func arriveFromInternet() {
        switch trace.to.end {
        case .publicAddress(let index):
            let own = atlas.topology.publicAddresses[index]
            trace.via.append("public address \(own.name)")
            note(.destination, "public address \(own.name) is \(target) in the VNet", own.path)
            enter()
        case .publicAPIServer:
            guard let master = atlas.topology.apiServer.masters.first,
                let subnet = atlas.topology.subnet(holding: master)
            else { return deny(.destination, "there is no master", atlas.topology.apiServer.path) }
            guard passesBalancer() else { return }
            trace.via.append("load balancer")
            note(
                .balancer,
                "the API server's public load balancer picks a master and keeps the client's address",
                atlas.topology.apiServer.path)
            target = master
            guard passes(subnet, .inbound, from: source, to: target) else { return }
            note(.destination, "\(target) in subnet \(atlas.topology.subnets[subnet].name)", nil)
            answer(from: subnet, to: .internet)
        default:
            deny(.destination, "\(trace.to.name) has no public address", nil)
        }
    }
}
