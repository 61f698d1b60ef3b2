import Addressing
import ClusterModel
import Findings
import NetworkTopology

extension Walk {
    /// Appliances that one packet may pass before it counts as going round.
    private static let mostAppliances = 4

    /// To the appliance at `address`, and on from there.
    mutating func enterAppliance(_ address: IPv4Address, by route: EffectiveRoute) {
        guard !appliances.contains(address), appliances.count < Self.mostAppliances else {
            return deny(.appliance, "appliance \(address) sends it to itself: it goes round", route.path)
        }
        appliances.append(address)
        switch atlas.place(of: address) {
        case .peer(let index): forwardFromPeer(index, address)
        case .subnet(let index): forwardFromSubnet(index, address)
        case .vnet: forwardFromSubnet(nil, address)
        default:
            deny(
                .appliance,
                "next hop \(address) is neither in the VNet nor in a peered one: Azure drops the packet",
                route.path)
        }
    }

    private mutating func forwardFromPeer(_ index: Int, _ address: IPv4Address) {
        let peering = atlas.topology.peerings[index]
        trace.via += ["peering \(peering.name)", "appliance \(address)"]
        note(.peering, "to \(peering.name)", peering.path)
        note(.appliance, "\(address) in \(peering.name) forwards and keeps the source", peering.path)
        switch atlas.place(of: target) {
        case .peer(index): note(.destination, "\(target) in \(peering.name)", peering.path)
        case .behind(index, let network):
            note(
                .destination, "\(target) in \(peering.behind[network].name), behind \(peering.name)",
                peering.behind[network].path)
        case .site(let site): forwardToSite(atlas.topology.sites[site], by: index)
        case .internet, .service: leaveByAppliance(address)
        case .subnet(let subnet):
            guard peering.allowsForwardedTraffic else {
                return deny(
                    .peering, "peering \(peering.name) lets in no forwarded traffic",
                    peering.path["allowForwardedTraffic"])
            }
            trace.via.append("peering \(peering.name)")
            guard deliver(to: subnet) else { return }
            answer(from: subnet, to: .subnet(subnet))
        default:
            deny(
                .appliance, "nothing in the model says that \(peering.name) reaches \(target)", peering.path
            )
        }
    }

    private mutating func forwardToSite(_ site: Site, by peer: Int) {
        let peering = atlas.topology.peerings[peer]
        guard case .peersGateway(peer) = site.connection else {
            return deny(
                .gateway, "\(peering.name) reaches site \(site.name) only if this VNet uses its gateway",
                site.path)
        }
        trace.via.append("gateway")
        note(.gateway, "gateway of \(peering.name) to \(site.name)", site.path)
        note(.destination, "site \(site.name)", site.path)
    }

    private mutating func leaveByAppliance(_ address: IPv4Address) {
        trace.source = .appliance
        note(
            .egress,
            "appliance \(address) puts its own address in place of the sender's: \(target) sees that",
            atlas.topology.egressPath)
    }

    /// An appliance in the VNet: on by the routes of its subnet, or by Azure's own where the model does not know it.
    private mutating func forwardFromSubnet(_ index: Int?, _ address: IPv4Address) {
        trace.via.append("appliance \(address)")
        note(.appliance, "\(address) in the VNet forwards and keeps the source", nil)
        switch atlas.place(of: target) {
        case .internet, .service: leaveByAppliance(address)
        case .subnet(let subnet):
            guard deliver(to: subnet) else { return }
            answer(from: subnet, to: .subnet(subnet))
        default:
            let subnet = index ?? atlas.topology.subnets.firstIndex { $0.routes.isEmpty }
            guard let subnet else {
                return deny(
                    .appliance, "every subnet that the model knows sends \(target) to the appliance", nil)
            }
            follow(from: subnet)
        }
    }
}
