import Addressing
import ClusterModel
import Findings

extension AddressPlan {
    /// Index of the subnet of that name: its own, the declared one, or its prefix; compared without regard to case.
    public func subnet(named name: String) -> Int? {
        let folded = name.lowercased()
        return subnets.firstIndex {
            $0.name.lowercased() == folded || $0.declaredName?.lowercased() == folded
                || $0.prefix.map { "\($0)" } == name
        }
    }

    /// Takes down the addresses of private endpoints, public addresses, a jumpbox and internal services, and finds those that the
    /// model does not say: the highest free ones, where Azure's dynamic assignment comes last.
    mutating func addReservedAddresses(of properties: Properties) {
        let network = properties.networkProfile
        for (index, endpoint) in network.privateEndpoints.enumerated() {
            let path = Paths.networkProfile["privateEndpoints"][index]["privateIPAddress"]
            let subnet = endpoint.subnet.map { self.subnet(named: $0) } ?? masters?.subnet
            reserve(.privateEndpoint(index), in: subnet, said: endpoint.privateIPAddress, at: path)
        }
        for (index, address) in network.publicAddresses.enumerated() {
            let path = Paths.networkProfile["publicAddresses"][index]["privateIPAddress"]
            let pool = profiles.dropFirst().first { $0.name.lowercased() == address.pool?.lowercased() }
            reserve(.publicAddress(index), in: pool?.subnet, said: address.privateIPAddress, at: path)
        }
        let cluster = properties.orchestratorProfile.kubernetesConfig.network.privateCluster
        if let cluster, cluster.enabled, cluster.jumpboxProfile != nil {
            let path = Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"]
            reserve(.jumpbox, in: masters?.subnet, said: nil, at: path)
        }
        if let services = network.services {
            let named = services.internalSubnet.map { subnet(named: $0) }
            demand(services.internalAddresses, in: named ?? pools.first?.subnet ?? masters?.subnet)
        }
    }

    private mutating func reserve(
        _ owner: ReservedAddress.Owner, in subnet: Int?, said text: String?, at path: ModelPath
    ) {
        let said = text.map { WrittenRange($0, role: .address, at: path) }
        if let said { written.append(said) }
        let address = said.map(\.address) ?? subnet.flatMap(highestFreeAddress)
        reserved.append(ReservedAddress(owner: owner, subnet: subnet, address: address, path: path))
        demand(1, in: subnet)
    }

    private mutating func demand(_ count: Int, in subnet: Int?) {
        guard let subnet else { return }
        subnets[subnet].reserved += count
        subnets[subnet].needed += count
        subnets[subnet].peak += count
    }

    private func highestFreeAddress(in index: Int) -> IPv4Address? {
        let subnet = subnets[index]
        guard subnet.hasPossibleSize, let prefix = subnet.prefix else { return nil }
        var taken = Set(subnet.inUse.compactMap(\.address) + reserved.compactMap(\.address))
        taken.formUnion(staticBlock?.addresses ?? [])
        for offset in AzureSubnet.reservedAtStart..<(prefix.size - 1) {
            guard let address = prefix.address(at: prefix.size - 2 - (offset - AzureSubnet.reservedAtStart))
            else { return nil }
            if !taken.contains(address) { return address }
        }
        return nil
    }

    /// Takes down where routes lead, the ranges of services, and all single addresses of the network's parts.
    mutating func addDestinations(of network: NetworkProfile) {
        let path = Paths.networkProfile
        for (index, server) in network.vnet.dnsServers.enumerated() {
            written.append(WrittenRange(server, role: .address, at: path["vnet"]["dnsServers"][index]))
        }
        for (index, route) in network.routes.enumerated() {
            let place = path["routes"][index]
            addDestinations(route.addressPrefixes, at: place["addressPrefixes"])
            if let hop = route.nextHopIPAddress {
                written.append(WrittenRange(hop, role: .address, at: place["nextHopIPAddress"]))
            }
        }
        for (index, endpoint) in network.serviceEndpoints.enumerated() {
            addDestinations(
                endpoint.addressPrefixes, at: path["serviceEndpoints"][index]["addressPrefixes"])
        }
        for (index, site) in network.onPremises.enumerated() {
            guard let vpn = site.vpn else { continue }
            let place = path["onPremises"][index]["vpn"]
            addDestinations(vpn.addressPrefixes, at: place["addressPrefixes"])
            if let device = vpn.deviceAddress {
                written.append(WrittenRange(device, role: .address, at: place["deviceAddress"]))
            }
        }
        if let services = network.services {
            addDestinations(services.allowedSources, at: path["services"]["allowedSources"])
        }
    }

    private mutating func addDestinations(_ texts: [String], at path: ModelPath) {
        written += texts.enumerated().map { WrittenRange($1, role: .destination, at: path[$0]) }
    }
}
