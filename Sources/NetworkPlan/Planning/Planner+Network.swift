import AddressPlan
import Addressing
import Catalogue
import ClusterModel
import Findings

extension Planner {
    /// Azure's address for DNS, DHCP and health probes; it answers pods' addresses as well as nodes'.
    private static let platformAddress = IPv4Prefix("168.63.129.16/32")

    func network() throws(PlanGap) -> NetworkLayout {
        let path = Paths.kubernetesConfig
        let service = try addresses.service.prefix.orGap(path["serviceCidr"])
        let space = addresses.vnet.compactMap(\.prefix)
        let subnets = subnets()
        let peers = neighbours { if case .peer(let name) = $0 { name } else { nil } }
        let sites = neighbours { if case .site(let name) = $0 { name } else { nil } }
        // Where the space of an existing VNet is not said, its known subnets stand for it.
        let ownSpace = space.isEmpty ? subnets.compactMap(\.prefix) : space
        let unmasqueraded = Set(
            ownSpace + (peers + sites).flatMap(\.addressSpace) + [service]
                + [Self.platformAddress].compactMap(\.self))
        return NetworkLayout(
            vnet: vnet(space), subnets: subnets, securityGroupName: "\(name)-nsg",
            routeTableName: "\(name)-routes",
            serviceCidr: service, dnsServiceIP: try addresses.dnsService.address.orGap(path["dnsServiceIP"]),
            unmasqueraded: unmasqueraded.sorted(), peers: peers, sites: sites)
    }

    private func vnet(_ space: [IPv4Prefix]) -> VNetPlan {
        for subnet in addresses.subnets {
            if case .existing(let id) = subnet.origin { return .existing(subnet: id, addressSpace: space) }
        }
        return .own(name: "\(name)-vnet", addressSpace: space)
    }

    private func subnets() -> [SubnetPlan] {
        let used = addresses.subnets.filter { $0.origin != .declared }
        let isOnlyOne = used.count == 1
        return used.map { subnet in
            var id: SubnetID?
            if case .existing(let known) = subnet.origin { id = known }
            return SubnetPlan(
                name: id?.subnet ?? subnet.declaredName
                    ?? (isOnlyOne ? "\(name)-subnet" : Self.name(of: subnet)),
                id: id, prefix: subnet.prefix, hasMasters: subnet.hasMasters, usable: subnet.usable,
                needed: subnet.needed, peak: subnet.peak)
        }
    }

    /// A name that says the prefix: `subnet-10-1-0-0-24`.
    private static func name(of subnet: SubnetDemand) -> String {
        let digits = (subnet.prefix.map { "\($0)" } ?? subnet.name).map { $0 == "." || $0 == "/" ? "-" : $0 }
        return "subnet-" + String(digits)
    }

    private func neighbours(_ nameOf: (WrittenRange.Role) -> String?) -> [NeighbourPlan] {
        var plans: [NeighbourPlan] = []
        for range in addresses.neighbours {
            guard let name = nameOf(range.role), let prefix = range.prefix else { continue }
            if let index = plans.firstIndex(where: { $0.name == name }) {
                plans[index].addressSpace.append(prefix)
            } else {
                plans.append(NeighbourPlan(name: name, addressSpace: [prefix]))
            }
        }
        return plans
    }

    func apiServer(
        _ masters: MastersPlan, location: String?, cloud: Cloud
    ) throws(PlanGap) -> APIServerPlan {
        let block = addresses.staticBlock
        let address = try (block?.loadBalancer).orGap(Paths.masterProfile["internalLoadBalancerIP"])
        let isPrivate = kubernetesConfig.network.privateCluster?.enabled ?? false
        let endpoint = "api.\(name).internal"
        var hasOutboundRule = false
        if case .outboundRule = egress() { hasOutboundRule = true }
        var names = [endpoint, "\(address)"]
        if !isPrivate, let location { names.append("\(name).\(location).\(cloud.publicNameSuffix)") }
        names += masters.machines.flatMap { [$0.name, "\($0.address)"] } + ["localhost", "127.0.0.1"]
        names += properties.masterProfile.subjectAltNames
        var seen: Set<String> = []
        return APIServerPlan(
            endpointName: endpoint, port: 6443, internalAddress: address,
            internalLoadBalancerName: "\(name)-api-internal",
            publicAccess: isPrivate
                ? nil
                : .init(
                    loadBalancerName: "\(name)-api", publicIPName: "\(name)-api-ip", domainNameLabel: name,
                    hasOutboundRule: hasOutboundRule),
            subjectAltNames: names.filter { seen.insert($0).inserted })
    }

    func egress() -> EgressPlan {
        let profile = properties.networkProfile.egress
        let network = kubernetesConfig.network
        switch profile.type {
        case .none: return .none
        case .natGateway:
            return .natGateway(
                name: "\(name)-nat",
                publicIPNames: (0..<profile.publicIPCount).map { "\(name)-nat-ip-\($0)" },
                idleTimeoutInMinutes: network.outboundRuleIdleTimeoutInMinutes)
        case .loadBalancer:
            let isPrivate = network.privateCluster?.enabled ?? false
            let machines = addresses.pools.reduce(isPrivate ? addresses.masters?.count ?? 0 : 0) {
                $0 + $1.count + $1.maxSurge
            }
            return .outboundRule(
                OutboundRulePlan(
                    loadBalancerName: name,
                    publicIPNames: (0..<network.loadBalancerOutboundIPs).map { "\(name)-outbound-ip-\($0)" },
                    idleTimeoutInMinutes: network.outboundRuleIdleTimeoutInMinutes,
                    includesMasters: isPrivate,
                    allocatedOutboundPorts: OutboundRulePlan.ports(
                        machines: machines, publicIPs: network.loadBalancerOutboundIPs)))
        }
    }
}

extension OutboundRulePlan {
    /// SNAT ports of one public address that an outbound rule can share out.
    ///
    /// Source: Microsoft Learn, "Outbound rules Azure Load Balancer".
    public static let portsOfAddress = 64_000

    /// The ports that each of `machines` can have from `publicIPs` addresses: the largest multiple of 8 that goes
    /// round.
    public static func ports(machines: Int, publicIPs: Int) -> Int {
        guard machines > 0 else { return 0 }
        return min(portsOfAddress * publicIPs / machines / 8 * 8, portsOfAddress)
    }
}
