import AddressPlan
import Addressing
import ClusterModel
import Findings

extension NetworkTopology {
    mutating func addEndpoints(_ network: NetworkProfile, _ addresses: AddressPlan) {
        for (index, endpoint) in network.serviceEndpoints.enumerated() {
            guard let service = endpoint.service else { continue }
            let chosen = indices(of: endpoint.subnets)
            for subnet in chosen { subnets[subnet].serviceEndpoints.append(serviceEndpoints.count) }
            serviceEndpoints.append(
                ServiceEndpoint(
                    service: service, ranges: Self.prefixes(endpoint.addressPrefixes),
                    locations: endpoint.locations, subnets: chosen,
                    path: Paths.networkProfile["serviceEndpoints"][index]))
        }
        for reserved in addresses.reserved {
            switch reserved.owner {
            case .privateEndpoint(let index):
                addPrivateEndpoint(network.privateEndpoints[index], index, reserved)
            case .publicAddress(let index): addPublicAddress(network.publicAddresses[index], index, reserved)
            // In somebody else's subnet nobody here knows which addresses are free.
            case .jumpbox: jumpboxAddress = isExistingVNet ? nil : reserved.address
            }
        }
    }

    private mutating func addPrivateEndpoint(
        _ profile: PrivateEndpointProfile, _ index: Int, _ reserved: ReservedAddress
    ) {
        let group = profile.groupID ?? ""
        privateEndpoints.append(
            PrivateEndpoint(
                name: profile.name ?? "\(index)", resourceID: profile.resourceID ?? "", groupID: group,
                subnet: reserved.subnet, address: reserved.address,
                zone: profile.dnsZone ?? PrivateEndpointProfile.standardZone(ofGroup: group),
                path: Paths.networkProfile["privateEndpoints"][index]))
    }

    private mutating func addPublicAddress(
        _ profile: PublicAddressProfile, _ index: Int, _ reserved: ReservedAddress
    ) {
        let sources = profile.sources.compactMap { AddressMatch($0) }
        publicAddresses.append(
            PublicAddress(
                name: profile.name ?? "\(index)", label: profile.domainNameLabel,
                group: machines.firstIndex {
                    !$0.isMasters && $0.name.lowercased() == profile.pool?.lowercased()
                },
                node: profile.node, address: reserved.address,
                ports: profile.ports.compactMap { PortRange.withTransport($0) },
                sources: profile.sources.isEmpty ? [.tag(.internet)] : sources,
                path: Paths.networkProfile["publicAddresses"][index]))
    }

    /// The subnets of those names; without any, those with machines.
    func indices(of names: [String]) -> [Int] {
        names.isEmpty
            ? subnets.indices.filter { subnets[$0].isClusters } : names.compactMap { subnet(named: $0) }
    }
}
