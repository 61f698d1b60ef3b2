public import AddressPlan
import Addressing
public import NetworkTopology

extension NetworkPicture {
    /// The picture of `topology`, of which `addresses` is the demand; also of a wrong model, as far as it can be told.
    public init(_ topology: NetworkTopology, _ addresses: AddressPlan) {
        cluster = topology.clusterName
        isExistingVNet = topology.isExistingVNet
        vnetName = topology.existingVNet.flatMap { id in id.split(separator: "/").last.map(String.init) }
        vnetRanges = topology.space.map { "\($0)" }
        serviceRange = topology.serviceCidr.map { "\($0)" }
        apiServer = topology.apiServer.internalAddress.map { "\($0)" }
        nodes = addresses.agentNodes
        pods = addresses.pods
        homeless = addresses.profiles.filter { $0.subnet == nil }.map(Group.init)
        neighbours = topology.peerings.map(Neighbour.init) + topology.sites.map { Neighbour($0, topology) }
        // The subnets of both have the same order.
        subnets = zip(addresses.subnets, topology.subnets).enumerated().map { index, pair in
            let (demand, subnet) = pair
            return Subnet(
                name: subnet.name, prefix: demand.prefix.map { "\($0)" }, bar: AddressBar(demand),
                groups: addresses.profiles.filter { $0.subnet == index }.map(Group.init),
                residents: Self.residents(of: index, in: topology, addresses))
        }
    }

    private static func residents(
        of index: Int, in topology: NetworkTopology, _ addresses: AddressPlan
    ) -> [Resident] {
        var residents: [Resident] = []
        if addresses.subnets[index].hasMasters {
            residents.append(
                Resident(
                    kind: "API server", name: "load balancer",
                    address: topology.apiServer.internalAddress.map { "\($0)" }))
        }
        if topology.gateways.subnet == index {
            if topology.gateways.vpn != nil { residents.append(Resident(kind: "VPN gateway")) }
            if topology.gateways.expressRoute != nil {
                residents.append(Resident(kind: "ExpressRoute gateway"))
            }
        }
        for reserved in addresses.reserved where reserved.subnet == index {
            let address = reserved.address.map { "\($0)" }
            switch reserved.owner {
            case .privateEndpoint(let place):
                let name =
                    topology.privateEndpoints.indices.contains(place)
                    ? topology.privateEndpoints[place].name : nil
                residents.append(Resident(kind: "private endpoint", name: name, address: address))
            case .publicAddress(let place):
                let name =
                    topology.publicAddresses.indices.contains(place)
                    ? topology.publicAddresses[place].name : nil
                residents.append(Resident(kind: "public address", name: name, address: address))
            case .jumpbox: residents.append(Resident(kind: "jumpbox", address: address))
            }
        }
        return residents
    }
}

extension NetworkPicture.Group {
    fileprivate init(_ profile: ProfileDemand) {
        self.init(
            name: profile.name, machines: profile.count, surgeMachines: profile.maxSurge,
            podsEach: min(profile.maxPods, profile.podAddresses), addressesEach: profile.ipAddressCount,
            addresses: profile.needed, surge: profile.surge)
    }
}

extension AddressBar {
    fileprivate init(_ demand: SubnetDemand) {
        self.init(
            usable: demand.usable, azure: AzureSubnet.reserved,
            others: Set(demand.inUse.compactMap(\.address)).count, reserved: demand.reserved,
            used: demand.needed - demand.reserved, surge: demand.peak - demand.needed)
    }
}

extension NetworkPicture.Neighbour {
    fileprivate init(_ peering: Peering) {
        self.init(
            kind: .peer, name: peering.name, ranges: peering.space.map { "\($0)" },
            link: peering.usesRemoteGateways ? "peering, whose gateway is used" : "peering",
            behind: peering.behind.map { .init(name: $0.name, ranges: $0.space.map { "\($0)" }) })
    }

    fileprivate init(_ site: Site, _ topology: NetworkTopology) {
        let link =
            switch site.connection {
            case .vpn: "VPN"
            case .expressRoute: "ExpressRoute"
            case .both: "ExpressRoute, VPN as fail-over"
            case .peersGateway(let index):
                "gateway of the peered VNet"
                    + (topology.peerings.indices.contains(index) ? " \(topology.peerings[index].name)" : "")
            case .vnetsGateway: "gateway of the existing VNet"
            case .none: "not connected"
            }
        var isConnected = true
        if case .none = site.connection { isConnected = false }
        self.init(
            kind: .site, name: site.name, ranges: site.space.map { "\($0)" }, link: link,
            isConnected: isConnected, behind: [])
    }
}
