import AddressPlan
import Addressing
import ClusterModel
import Findings

extension NetworkTopology {
    mutating func addSpace(_ addresses: AddressPlan, _ network: NetworkProfile) {
        for subnet in addresses.subnets {
            if case .existing(let id) = subnet.origin {
                existingVNet = existingVNet ?? id.virtualNetworkID
            }
        }
        space = addresses.vnet.compactMap(\.prefix)
        // Where the space of an existing VNet is not said, its known subnets stand for it.
        if space.isEmpty { space = addresses.subnets.compactMap(\.prefix) }
    }

    mutating func addSubnets(_ addresses: AddressPlan, _ network: NetworkProfile) {
        let isOnlyOne = addresses.subnets.count { $0.origin != .declared } == 1
        let asked = namesAskedFor(by: network)
        subnets = addresses.subnets.map { demand in
            var id: SubnetID?
            if case .existing(let known) = demand.origin { id = known }
            let isDeclared = demand.origin == .declared
            let name =
                id?.subnet ?? demand.declaredName
                ?? (isOnlyOne ? "\(clusterName)-subnet" : Self.name(of: demand))
            let isGateways = name.lowercased() == SubnetProfile.gatewayName.lowercased()
            return NetworkSubnet(
                name: isGateways ? SubnetProfile.gatewayName : name,
                id: id ?? existingVNet.flatMap { SubnetID("\($0)/subnets/\(name)") },
                prefix: demand.prefix, path: demand.path, isClusters: !isDeclared,
                hasMasters: demand.hasMasters,
                isMade: !isExistingVNet && (!isDeclared || asked.contains(name.lowercased())),
                isGateways: isGateways)
        }
    }

    /// A name that says the prefix: `subnet-10-1-0-0-24`.
    private static func name(of subnet: SubnetDemand) -> String {
        let digits = (subnet.prefix.map { "\($0)" } ?? subnet.name).map { $0 == "." || $0 == "/" ? "-" : $0 }
        return "subnet-" + String(digits)
    }

    /// Declared subnets without machines that slipway makes all the same, in lower case: something stands in them.
    private func namesAskedFor(by network: NetworkProfile) -> Set<String> {
        var names = Set(network.privateEndpoints.compactMap(\.subnet))
        names.formUnion(network.services?.internalSubnet.map { [$0] } ?? [])
        names.formUnion(network.routes.flatMap(\.subnets))
        names.formUnion(network.serviceEndpoints.flatMap(\.subnets))
        for subnet in network.subnets where !subnet.securityRules.isEmpty {
            names.formUnion(subnet.name.map { [$0] } ?? [])
        }
        if network.gateways != nil
            || network.onPremises.contains(where: { $0.vpn != nil || $0.expressRoute != nil })
        {
            names.insert(SubnetProfile.gatewayName)
        }
        return Set(names.map { $0.lowercased() })
    }

    mutating func addMachines(_ addresses: AddressPlan, _ properties: Properties) {
        machines = addresses.profiles.map { profile in
            MachineGroup(
                name: profile.name, subnet: profile.subnet, count: profile.count,
                podAddresses: profile.podAddresses, isMasters: profile.owner == .masters,
                hasPublicIP: Self.hasPublicIP(profile.owner, properties), path: profile.path)
        }
    }

    /// Whether each machine has a public address of its own.
    private static func hasPublicIP(_ owner: ProfileDemand.Owner, _ properties: Properties) -> Bool {
        guard case .pool(let index) = owner else { return false }
        return properties.agentPoolProfiles[index].enableVMSSNodePublicIP
    }
}
