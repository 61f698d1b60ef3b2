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
        case .address(let address): !topology.apiServer.masters.contains(address)
        default: false
        }
    }

    /// The node keeps the pod's address, or puts its own in its place.
    private mutating func chooseSource(_ index: Int) {
        if target == NetworkTopology.metadataAddress {
            masquerade(index, "the metadata service knows machines only", nil)
        } else if topology.unmasqueradedSources.contains(where: { $0.contains(source) }) {
            note(
                .sourceAddress, "kept: the pod has a public address of its own",
                trace.from.path(in: topology)
            )
        } else if let range = topology.unmasqueraded.first(where: { $0.contains(target) }) {
            note(
                .sourceAddress, "kept: \(target) is in \(range), which knows the way back to pods",
                neighbourPath(of: target))
        } else {
            masquerade(index, "\(target) is in no range that knows the way back to pods", nil)
        }
    }

    private mutating func masquerade(
        _ index: Int, _ reason: String, _ path: ModelPath?
    ) {
        let group = groupOfSender(index)
        guard let node = group.flatMap({ atlas.samples[$0].node }) else { return }
        source = node
        trace.source = .node
        note(.sourceAddress, "the node's, \(node): \(reason)", path)
    }

    /// The machines on which the sending pod is.
    func groupOfSender(_ index: Int) -> Int? {
        switch trace.from.end {
        case .pod(let group), .node(let group): group
        case .publicAddress(let address): topology.publicAddresses[address].group
        default: topology.machines.lastIndex { $0.subnet == index }
        }
    }

    /// Where the model says that `address` is a neighbour's.
    private func neighbourPath(of address: IPv4Address) -> ModelPath? {
        switch atlas.place(of: address) {
        case .peer(let index): topology.peerings[index].path
        case .behind(let peer, let network): topology.peerings[peer].behind[network].path
        case .site(let index): topology.sites[index].path
        default: nil
        }
    }

    /// By the effective route of the subnet at `index`.
    mutating func follow(from index: Int) {
        guard let (route, reason) = atlas.route(from: index, to: target) else {
            return deny(.route, "subnet \(topology.subnets[index].name) has no route to \(target)", nil)
        }
        note(
            .route,
            "\(route.prefix) → \(route.hop.text)\(route.hop.detail) (\(route.origin.text)): \(reason)",
            route.path)
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
        let endpoint = topology.serviceEndpoints[index]
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
        let site = topology.sites[index]
        if let denial = enterConnection(site) { return deny(.gateway, denial, site.path) }
        note(.destination, "site \(site.name) answers by the same way", site.path)
    }

    /// Through what connects `site`; the reason where nothing does.
    private mutating func enterConnection(_ site: Site) -> String? {
        switch site.connection {
        case .vpn:
            trace.via.append("gateway")
            note(.gateway, "VPN gateway, tunnel to \(site.name)", site.path["vpn"])
        case .expressRoute:
            trace.via.append("gateway")
            note(.gateway, "ExpressRoute gateway, circuit of \(site.name)", site.path["expressRoute"])
        case .peersGateway(let peer):
            let peering = topology.peerings[peer]
            trace.via += ["peering \(peering.name)", "gateway"]
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

    private mutating func enterPeer(_ index: Int) {
        let peering = topology.peerings[index]
        trace.via.append("peering \(peering.name)")
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
        let path = topology.egressPath["type"]
        let subnet = topology.subnets[index]
        if topology.egress == .natGateway, subnet.isMade {
            trace.source = .natGateway
            trace.via.append("NAT gateway")
            return note(.egress, "NAT gateway: \(target) sees its public address", path)
        }
        if let own = topology.publicAddresses.first(where: { $0.address == source }) {
            trace.source = .publicAddress
            trace.via.append("public address \(own.name)")
            return note(
                .egress, "public address \(own.name), which is this ipConfiguration's own", own.path)
        }
        leaveWithoutAddress(from: index, path)
    }

    private mutating func leaveWithoutAddress(from index: Int, _ path: ModelPath) {
        let isNode = atlas.samples.contains { $0.node == source }
        let group = groupOfSender(index).map { topology.machines[$0] }
        let isMaster = group?.isMasters ?? false
        if let group, group.hasPublicIP, isNode {
            trace.source = .publicAddress
            trace.via.append("public address of the node")
            return note(.egress, "the node's public address", group.path)
        }
        if topology.egress == .outboundRule {
            guard isNode else {
                return deny(
                    .egress, "an outbound rule serves machines' own addresses only, and \(source) is a pod's",
                    path)
            }
            trace.source = .outboundRule
            trace.via.append("outbound rule")
            return note(
                .egress,
                "outbound rule of the \(isMaster && topology.apiServer.isPublic ? "API server's" : "public") load balancer: "
                    + "\(target) sees its public address", path)
        }
        if topology.isExistingVNet {
            trace.source = .unknown
            return unknown(.egress, "by the network team's way, of which the model says nothing", path)
        }
        deny(.egress, "nothing leads \(source) to the internet: egress is \(topology.egress)", path)
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
