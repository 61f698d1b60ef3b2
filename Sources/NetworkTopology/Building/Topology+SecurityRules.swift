import AddressPlan
public import Addressing
import ClusterModel
import Findings

/// Priorities of the rules that slipway writes by itself; the cloud provider takes its own from 500 on.
public enum GeneratedPriority {
    /// The API server's.
    public static let apiServer = 100
    /// The way of people to the jumpbox.
    public static let jumpbox = 101
    /// That of the first public address; each has the next.
    public static let publicAddress = 110
    /// Public addresses that there is room for.
    public static let publicAddresses = 90
    /// Who may not reach public services.
    public static let serviceSources = 400
    /// No way to the internet.
    public static let denyInternet = 4000
}

extension NetworkTopology {
    mutating func addSecurityRules(_ properties: Properties) {
        // The public load balancer keeps the client's address: without the rule nothing reaches the API server.
        if apiServer.isPublic {
            securityRules.append(
                SecurityRule(
                    "allow-api-server", GeneratedPriority.apiServer, .inbound, .allow, .tcp,
                    from: [.tag(.internet)],
                    to: apiServer.masters.compactMap { IPv4Prefix(containing: $0, length: 32) }.map {
                        .prefix($0)
                    },
                    ports: [PortRange(APIServerEnds.port)], path: apiServer.path, isGenerated: true))
        }
        // The group of its subnet judges the jumpbox, too, before its own does.
        if let box = jumpboxAddress.flatMap({ IPv4Prefix(containing: $0, length: 32) }) {
            securityRules.append(
                SecurityRule(
                    "allow-jumpbox", GeneratedPriority.jumpbox, .inbound, .allow, .tcp,
                    from: [.tag(.internet)],
                    to: [.prefix(box)], ports: [PortRange(22)],
                    path: Paths.kubernetesConfig["privateCluster"]["jumpboxProfile"], isGenerated: true))
        }
        addPublicAddressRules()
        addServiceSources(properties.networkProfile.services)
        for (index, profile) in properties.networkProfile.subnets.enumerated() {
            addRules(of: profile, at: Paths.networkProfile["subnets"][index])
        }
        if properties.featureFlags.blockOutboundInternet {
            securityRules.append(
                SecurityRule(
                    "deny-internet", GeneratedPriority.denyInternet, .outbound, .deny,
                    to: [.tag(.internet)],
                    path: ModelPath.properties["featureFlags"]["blockOutboundInternet"],
                    isGenerated: true))
        }
    }

    private mutating func addPublicAddressRules() {
        var priority = GeneratedPriority.publicAddress
        for address in publicAddresses {
            guard let target = address.address.flatMap({ IPv4Prefix(containing: $0, length: 32) }) else {
                continue
            }
            for transport in [SecurityProtocol.tcp, .udp] {
                let ports = address.ports.filter { $0.transport == transport }.map(\.range)
                guard !ports.isEmpty else { continue }
                securityRules.append(
                    SecurityRule(
                        "allow-\(address.name)-\(transport.rawValue.lowercased())", priority, .inbound,
                        .allow,
                        transport, from: address.sources, to: [.prefix(target)], ports: ports,
                        path: address.path, isGenerated: true))
                priority += 1
            }
        }
    }

    /// The cloud provider lets everybody to a service's public address unless the service says otherwise; a rule before
    /// its own keeps out who is not among the allowed sources.
    private mutating func addServiceSources(_ services: ServicesProfile?) {
        guard let services, !services.allowedSources.isEmpty else { return }
        let allowed = Self.prefixes(services.allowedSources) + inside
        let denied = IPv4Prefix.complement(of: allowed)
        guard !denied.isEmpty else { return }
        securityRules.append(
            SecurityRule(
                "deny-service-sources", GeneratedPriority.serviceSources, .inbound, .deny,
                from: denied.map { .prefix($0) }, path: Paths.networkProfile["services"]["allowedSources"],
                isGenerated: true))
    }

    private mutating func addRules(of profile: SubnetProfile, at path: ModelPath) {
        guard let index = profile.name.flatMap({ subnet(named: $0) }) else { return }
        let here: [AddressMatch] = [subnets[index].prefix.map { .prefix($0) } ?? .any]
        for (place, rule) in profile.securityRules.enumerated() {
            guard let name = rule.name, let priority = rule.priority else { continue }
            let sources = rule.sources.compactMap { AddressMatch($0) }
            let destinations = rule.destinations.compactMap { AddressMatch($0) }
            let isInbound = rule.direction == .inbound
            securityRules.append(
                SecurityRule(
                    name, priority, rule.direction, rule.access, rule.transport,
                    from: rule.sources.isEmpty ? (isInbound ? [.any] : here) : sources,
                    to: rule.destinations.isEmpty ? (isInbound ? here : [.any]) : destinations,
                    ports: rule.ports.compactMap { PortRange($0) }, path: path["securityRules"][place]))
        }
    }

    /// Ranges that count as the virtual network: its space, peers, what is behind them, sites.
    public var inside: [IPv4Prefix] {
        let neighbours = peerings.flatMap { $0.space + $0.behind.flatMap(\.space) } + sites.flatMap(\.space)
        let platform = [IPv4Prefix(containing: Self.platformAddress, length: 32)].compactMap(\.self)
        return space + neighbours + platform
    }
}
