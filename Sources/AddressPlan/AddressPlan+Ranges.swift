import Addressing
import ClusterModel
import Findings

extension AddressPlan {
    /// Takes down the ranges of peers, of networks behind them, and of sites.
    mutating func addNeighbours(of network: NetworkProfile) {
        for (index, peer) in network.peerings.enumerated() {
            let path = Paths.networkProfile["peerings"][index]
            let name = peer.name ?? "\(index)"
            addNeighbour(peer.addressSpace, as: .peer(name), at: path)
            for (place, network) in peer.behind.enumerated() {
                addNeighbour(
                    network.addressSpace, as: .behind(peer: name, name: network.name ?? "\(place)"),
                    at: path["behind"][place])
            }
        }
        for (index, site) in network.onPremises.enumerated() {
            addNeighbour(
                site.addressSpace, as: .site(site.name ?? "\(index)"),
                at: Paths.networkProfile["onPremises"][index])
        }
        written += neighbours
    }

    private mutating func addNeighbour(
        _ space: [String], as role: WrittenRange.Role, at path: ModelPath
    ) {
        neighbours += space.enumerated().map { place, text in
            WrittenRange(text, role: role, at: path["addressSpace"][place])
        }
    }

    /// Decides the VNet's address space: `networkProfile.vnet` before `vnetCidr` before the cluster's subnet.
    mutating func addVNet(of properties: Properties) {
        let declared = properties.networkProfile.vnet.addressSpace
        let path = Paths.networkProfile["vnet"]["addressSpace"]
        vnet = declared.enumerated().map { WrittenRange($1, role: .vnet, at: path[$0]) }
        if let text = properties.masterProfile.vnetCidr {
            let range = WrittenRange(text, role: .vnet, at: Paths.masterProfile["vnetCidr"])
            written.append(range)
            if vnet.isEmpty { vnet = [range] }
        }
        written += declared.isEmpty ? [] : vnet
        if vnet.isEmpty, !isExistingVNet {
            let text = properties.orchestratorProfile.kubernetesConfig.network.clusterSubnet
            vnet = [
                WrittenRange(
                    text ?? Self.standardClusterSubnet, role: .vnet,
                    at: Paths.kubernetesConfig["clusterSubnet"])
            ]
        }
    }

    /// Decides the fixed addresses.
    mutating func addStaticBlock(of profile: MasterProfile) {
        let firstPath = Paths.masterProfile["firstConsecutiveStaticIP"]
        let loadBalancerPath = Paths.masterProfile["internalLoadBalancerIP"]
        let saidFirst = profile.firstConsecutiveStaticIP.map {
            WrittenRange($0, role: .address, at: firstPath)
        }
        let saidLoadBalancer = profile.internalLoadBalancerIP.map {
            WrittenRange($0, role: .address, at: loadBalancerPath)
        }
        written += [saidFirst, saidLoadBalancer].compactMap(\.self)
        let subnet = masters?.subnet
        var first = saidFirst?.address
        if saidFirst == nil, !isExistingVNet, let subnet, subnets[subnet].hasPossibleSize {
            first = subnets[subnet].prefix.flatMap(StaticBlock.standardStart)
        }
        guard let first else { return }
        staticBlock = StaticBlock(
            subnet: subnet,
            masters: (0..<max(0, profile.count ?? 0)).compactMap { first.advanced(by: $0) },
            loadBalancer: saidLoadBalancer.map(\.address)
                ?? first.advanced(by: StaticBlock.loadBalancerOffset),
            firstPath: firstPath, loadBalancerPath: loadBalancerPath)
    }
}
