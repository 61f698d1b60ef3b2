import AddressPlan
import Addressing
import Catalogue
import ClusterModel
import Findings
import NetworkTopology

extension Planner {
    func network() throws(PlanGap) -> NetworkLayout {
        let path = Paths.kubernetesConfig
        return NetworkLayout(
            vnet: vnet(addresses.vnet.compactMap(\.prefix)), subnets: subnets(),
            securityGroupName: "\(name)-nsg",
            serviceCidr: try addresses.service.prefix.orGap(path["serviceCidr"]),
            dnsServiceIP: try addresses.dnsService.address.orGap(path["dnsServiceIP"]),
            unmasqueraded: topology.unmasqueraded, unmasqueradedSources: topology.unmasqueradedSources,
            peers: topology.peerings.map { NeighbourPlan(name: $0.name, addressSpace: $0.space) },
            sites: topology.sites.map { NeighbourPlan(name: $0.name, addressSpace: $0.space) },
            topology: topology)
    }

    private func vnet(_ space: [IPv4Prefix]) -> VNetPlan {
        for subnet in addresses.subnets {
            if case .existing(let id) = subnet.origin { return .existing(subnet: id, addressSpace: space) }
        }
        return .own(name: "\(name)-vnet", addressSpace: space)
    }

    private func subnets() -> [SubnetPlan] {
        zip(addresses.subnets, topology.subnets).filter { $1.isClusters }.map { demand, subnet in
            SubnetPlan(
                name: subnet.name, id: subnet.id, prefix: subnet.prefix, hasMasters: subnet.hasMasters,
                usable: demand.usable, needed: demand.needed, peak: demand.peak)
        }
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
        case .none, .appliance: return .none
        case .natGateway:
            let prefix = profile.publicIPPrefixLength.map {
                PublicIPPrefixPlan(name: "\(name)-nat-prefix", length: $0)
            }
            return .natGateway(
                NATGatewayPlan(
                    name: "\(name)-nat",
                    publicIPNames: prefix == nil
                        ? (0..<profile.publicIPCount).map { "\(name)-nat-ip-\($0)" } : [],
                    publicIPPrefix: prefix, idleTimeoutInMinutes: network.outboundRuleIdleTimeoutInMinutes))
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
