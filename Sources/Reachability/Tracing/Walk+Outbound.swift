import Addressing
import ClusterModel
import Findings
import NetworkTopology

extension Walk {
    /// From a pod or machine in the subnet at `index`.
    mutating func leave(_ index: Int) {
        let isPod = sendsFromPod
        if isPod {
            note(
                .host,
                "pod \(source) sends to 169.254.1.1, its link-local next hop; the node forwards by its own routes",
                nil)
        }
        if trace.to.place == .services {
            return unknown(
                .host,
                "\(target) is a service's address: kube-proxy on the node picks a pod; trace to that pod",
                nil
            )
        }
        if isPod { chooseSource(index) }
        if trace.to.place == .metadata || trace.to.place == .platform {
            trace.via.append("host")
            return note(.destination, "\(target) is answered by the host, past routes and rules", nil)
        }
        guard passes(index, .outbound, from: source, to: target) else { return }
        follow(from: index)
    }

    /// Whether the sender is a pod.
    private var sendsFromPod: Bool {
        switch trace.from.end {
        case .pod, .publicAddress: true
        case .address(let address): !atlas.topology.apiServer.masters.contains(address)
        default: false
        }
    }

    /// The node keeps the pod's address, or puts its own in its place.
    private mutating func chooseSource(_ index: Int) {
        if target == NetworkTopology.metadataAddress {
            guard let node = masquerade(index) else { return }
            note(.sourceAddress, "the node's, \(node): the metadata service knows machines only", nil)
        } else if atlas.topology.unmasqueradedSources.contains(where: { $0.contains(source) }) {
            note(
                .sourceAddress, "kept: the pod has a public address of its own",
                trace.from.path(in: atlas.topology))
        } else if atlas.unmasqueraded.contains(target) {
            note(.sourceAddress, keepingWords(), neighbourPath(of: target))
        } else if let node = masquerade(index) {
            note(
                .sourceAddress,
                "the node's, \(node): \(target) is in no range that knows the way back to pods", nil)
        }
    }

    private func keepingWords() -> String {
        let range = atlas.topology.unmasqueraded.first { $0.contains(target) }
        return "kept: \(target) is in \(range.map { "\($0)" } ?? "a range"), which knows the way back to pods"
    }

    /// Puts the node's address in the pod's place; nil where it is not known.
    private mutating func masquerade(_ index: Int) -> IPv4Address? {
        guard let node = groupOfSender(index).flatMap({ atlas.samples[$0].node }) else { return nil }
        source = node
        trace.source = .node
        return node
    }

    /// The machines on which the sending pod is.
    func groupOfSender(_ index: Int) -> Int? {
        switch trace.from.end {
        case .pod(let group), .node(let group): group
        case .publicAddress(let address): atlas.topology.publicAddresses[address].group
        default: atlas.topology.machines.lastIndex { $0.subnet == index }
        }
    }

    /// Where the model says that `address` is a neighbour's.
    private func neighbourPath(of address: IPv4Address) -> ModelPath? {
        switch atlas.place(of: address) {
        case .peer(let index): atlas.topology.peerings[index].path
        case .behind(let peer, let network): atlas.topology.peerings[peer].behind[network].path
        case .site(let index): atlas.topology.sites[index].path
        default: nil
        }
    }

    /// By the effective route of the subnet at `index`.
    mutating func follow(from index: Int) {
        guard let choice = atlas.route(from: index, to: target) else {
            return deny(.route, "subnet \(atlas.topology.subnets[index].name) has no route to \(target)", nil)
        }
        let route = choice.route
        note(.route, choice.text, route.path)
        switch route.hop {
        case .none:
            deny(
                .route, "\(target) is private and no network that the model knows: packets to it end here",
                route.path)
        case .vnet: enterSubnet(from: index, by: route)
        case .peering(let peer): enterPeer(peer)
        case .gateway: enterGateway(route.path)
        case .appliance(let address): enterAppliance(address, by: route)
        case .endpoint(let endpoint): enterEndpoint(endpoint)
        case .internet:
            leaveForInternet(from: index)
            if trace.verdict == .allowed, trace.to.end == .publicAPIServer { _ = passesBalancer() }
        }
    }

    private mutating func enterEndpoint(_ index: Int) {
        let endpoint = atlas.topology.serviceEndpoints[index]
        trace.via.append("service endpoint \(endpoint.service.rawValue)")
        note(
            .endpoint,
            "\(endpoint.service.azureName) sees the private address \(source); routes for 0.0.0.0/0 do not apply",
            endpoint.path)
    }

    private mutating func enterGateway(_ path: ModelPath?) {
        guard case .site(let index) = atlas.place(of: target) else {
            return deny(.gateway, "the gateway knows no site with \(target)", path)
        }
        let site = atlas.topology.sites[index]
        if let denial = enterConnection(site) { return deny(.gateway, denial, site.path) }
        note(.destination, "site \(site.name) answers by the same way", site.path)
    }

    /// Through what connects `site`; the reason where nothing does.
    private mutating func enterConnection(_ site: Site) -> String? {
        switch site.connection {
        case .vpn, .expressRoute, .both: noteConnection(of: site, for: target, isInbound: false)
        case .peersGateway(let peer):
            let peering = atlas.topology.peerings[peer]
            trace.via += [atlas.peeringWays[peer], "gateway"]
            note(.peering, "to \(peering.name), whose gateway this VNet uses", peering.path)
            note(.gateway, "gateway of \(peering.name) to \(site.name)", site.path)
        case .vnetsGateway:
            trace.via.append("gateway")
            note(
                .gateway, "the VNet's own gateway, which the network team has, to \(site.name)", site.path)
        case .none:
            return
                "nothing connects site \(site.name): no gateway here, and no peering with useRemoteGateways"
        }
        return nil
    }

    /// By which of slipway's gateways packets between the VNet and `address` at `site` go, and why by that one.
    mutating func noteConnection(of site: Site, for address: IPv4Address, isInbound: Bool) {
        guard let kind = site.gateway(to: address) else { return }
        trace.via += ["gateway", kind.rawValue]
        note(
            .gateway,
            "\(isInbound ? "from" : "to") \(site.name) by its "
                + (kind == .vpn ? "tunnel to the VPN gateway" : "circuit to the ExpressRoute gateway")
                + Self.reason(for: kind, site) + (isInbound ? Self.demand(on: site) : ""),
            site.path[kind == .vpn ? "vpn" : "expressRoute"])
    }

    /// Why that gateway, where there is a choice.
    private static func reason(for kind: GatewayKind, _ site: Site) -> String {
        guard case .both = site.connection else { return "" }
        return kind == .vpn
            ? ", whose prefix is longer than the circuit's"
            : ": of equal prefixes a circuit stands before a tunnel, which takes over when the circuit is down"
    }

    /// What the site's own routers must do where there is a choice.
    private static func demand(on site: Site) -> String {
        guard case .both = site.connection else { return "" }
        return "; the site's routers must choose the same way"
    }

    private mutating func enterPeer(_ index: Int) {
        let peering = atlas.topology.peerings[index]
        trace.via.append(atlas.peeringWays[index])
        note(
            .peering,
            "to \(peering.name)"
                + (peering.remoteID == nil ? ", which is only declared: its owners make both halves" : ""),
            peering.path)
        note(
            .destination, "\(target) in \(peering.name) answers by the peering's other half", peering.path
        )
    }

    /// Out to the internet from the subnet at `index`: a NAT gateway stands before a public address of the sender's own,
    /// that before an outbound rule.
    ///
    /// Source: Microsoft Learn, "Azure NAT Gateway": it takes precedence over other outbound connectivity.
    mutating func leaveForInternet(from index: Int) {
        let path = atlas.topology.egressPath["type"]
        let subnet = atlas.topology.subnets[index]
        if atlas.topology.egress == .natGateway, subnet.isMade {
            trace.source = .natGateway
            trace.via.append("NAT gateway")
            return note(.egress, "NAT gateway: \(target) sees its public address", path)
        }
        if let own = atlas.topology.publicAddresses.first(where: { $0.address == source }) {
            trace.source = .publicAddress
            trace.via.append("public address \(own.name)")
            return note(
                .egress, "public address \(own.name), which is this ipConfiguration's own", own.path)
        }
        leaveWithoutAddress(from: index, path)
    }

    private mutating func leaveWithoutAddress(from index: Int, _ path: ModelPath) {
        let isNode = atlas.samples.contains { $0.node == source }
        let group = groupOfSender(index).map { atlas.topology.machines[$0] }
        let isMaster = group?.isMasters ?? false
        if let group, group.hasPublicIP, isNode {
            trace.source = .publicAddress
            trace.via.append("public address of the node")
            return note(.egress, "the node's public address", group.path)
        }
        if atlas.topology.egress == .outboundRule {
            guard isNode else {
                return deny(
                    .egress, "an outbound rule serves machines' own addresses only, and \(source) is a pod's",
                    path)
            }
            trace.source = .outboundRule
            trace.via.append("outbound rule")
            return note(
                .egress,
                "outbound rule of the \(isMaster && atlas.topology.apiServer.isPublic ? "API server's" : "public") load balancer: "
                    + "\(target) sees its public address", path)
        }
        if atlas.topology.isExistingVNet {
            trace.source = .unknown
            return unknown(.egress, "by the network team's way, of which the model says nothing", path)
        }
        deny(.egress, "nothing leads \(source) to the internet: egress is \(atlas.topology.egress)", path)
    }
}

extension EffectiveRoute.Hop {
    var detail: String { if case .appliance(let address) = self { " \(address)" } else { "" } }
}

extension LocatedEnd {
    /// Where the end stands in the model.
    func path(in topology: NetworkTopology) -> ModelPath? {
        switch end {
        case .pod(let group), .node(let group): topology.machines[group].path
        case .publicAddress(let index): topology.publicAddresses[index].path
        case .peer(let index): topology.peerings[index].path
        case .site(let index): topology.sites[index].path
        default: nil
        }
    }
}
