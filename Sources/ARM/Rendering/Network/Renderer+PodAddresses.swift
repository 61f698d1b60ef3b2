import Addressing
import NetworkPlan
import NetworkTopology

/// A reserved secondary ipConfiguration with a public address, for a pod that asks for it.
struct PodAddressSpec {
    var name: String
    var address: IPv4Address
    var publicIP: ResourceReference
}

extension Renderer {
    /// The public addresses that pods can ask for.
    func podAddressResources() -> [Resource] {
        plan.network.topology.publicAddresses.map { publicIP(publicIPName(of: $0), label: $0.label) }
    }

    /// Those of node `index` of `pool`.
    func podAddresses(_ pool: PoolPlan, node index: Int) -> [PodAddressSpec] {
        let topology = plan.network.topology
        return topology.publicAddresses.compactMap { address in
            guard let group = address.group, topology.machines[group].name == pool.name,
                address.node == index,
                let ip = address.address
            else { return nil }
            return PodAddressSpec(
                name: address.name, address: ip,
                publicIP: ResourceReference(.publicIPAddress, publicIPName(of: address)))
        }
    }

    private func publicIPName(of address: PublicAddress) -> String { "\(plan.name)-pod-\(address.name)-ip" }

    /// The ipConfigurations of those addresses, after the ordinary ones.
    func ipConfigurations(_ addresses: [PodAddressSpec], subnet: Int) -> [ARMValue] {
        addresses.map { address in
            [
                "name": .text("pod-\(address.name)"),
                "properties": [
                    "primary": false,
                    "subnet": .id(subnetID(subnet)),
                    "privateIPAllocationMethod": "Static",
                    "privateIPAddress": .text("\(address.address)"),
                    "publicIPAddress": .id(address.publicIP.id),
                ],
            ]
        }
    }
}
