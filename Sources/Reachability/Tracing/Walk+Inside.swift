import Addressing
import ClusterModel
import Findings
import NetworkTopology

extension Walk {
    /// To a subnet of the VNet, from another or the same one.
    mutating func enterSubnet(from origin: Int, by route: EffectiveRoute) {
        guard case .subnet(let index) = atlas.place(of: target) else {
            return unknown(
                .destination, "\(target) is in the VNet, but in no subnet that the model knows", route.path)
        }
        guard deliver(to: index) else { return }
        answer(from: index, to: .subnet(origin))
    }

    /// The last steps in the subnet at `index`: a load balancer's choice, the security group, the machine.
    mutating func deliver(to index: Int) -> Bool {
        if target == atlas.topology.apiServer.internalAddress,
            let master = atlas.topology.apiServer.masters.first
        {
            guard passesBalancer() else { return false }
            trace.via.append("load balancer")
            note(
                .balancer, "the API server's internal load balancer picks a master that answers /readyz",
                atlas.topology.apiServer.path)
            target = master
        }
        if let endpoint = atlas.topology.privateEndpoints.first(where: { $0.address == target }) {
            note(
                .destination, "private endpoint \(endpoint.name), which no security group judges",
                endpoint.path)
            return true
        }
        guard passes(index, .inbound, from: source, to: target) else { return false }
        note(.destination, "\(target) in subnet \(atlas.topology.subnets[index].name)", nil)
        return true
    }

    /// Whether the API server's load balancers have a rule for the packet; a hop that says so if not.
    mutating func passesBalancer() -> Bool {
        if trace.port == APIServerEnds.port, trace.transport == .tcp { return true }
        let port = "\(trace.port)/\(trace.transport.rawValue.lowercased())"
        deny(
            .balancer, "the load balancer has a rule for \(APIServerEnds.port)/tcp only, not for \(port)",
            nil
        )
        return false
    }

    /// The way of the answer from the subnet at `index`: a firewall that saw only one direction drops the flow.
    mutating func answer(from index: Int, to origin: Place) {
        // What is no machine of the cluster's has no route table of the model's.
        guard atlas.topology.subnets[index].isClusters,
            !atlas.topology.privateEndpoints.contains(where: { $0.address == target })
        else { return }
        guard let choice = atlas.route(from: index, to: source) else { return }
        let route = choice.route
        switch (route.hop, appliances.last) {
        case (.appliance(let address), let seen?) where address == seen:
            note(.answer, "back through the same appliance: \(choice.text)", route.path)
        case (.appliance(let address), _):
            deny(
                .answer,
                "the answer goes through appliance \(address), which did not see the packet: \(choice.text)",
                route.path)
        case (.none, _): deny(.answer, "the answer ends here: \(choice.text)", route.path)
        case (_, let seen?):
            deny(
                .answer, "the answer passes by appliance \(seen), which saw the packet: \(choice.text)",
                route.path)
        case (_, nil): answerDirectly(choice, to: origin)
        }
    }

    private mutating func answerDirectly(_ choice: RouteChoice, to origin: Place) {
        let fits: Bool =
            switch (origin, choice.route.hop) {
            case (.subnet, .vnet), (.peer, .peering), (.site, .gateway), (.internet, .internet),
                (.service, .internet), (.service, .endpoint):
                true
            default: false
            }
        if fits {
            note(.answer, "back by the same way: \(choice.text)", choice.route.path)
        } else {
            deny(.answer, "the answer goes another way: \(choice.text)", choice.route.path)
        }
    }
}
