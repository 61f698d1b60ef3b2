import AddressPlan
import Addressing
import Findings

/// The services' range meets the VNet's space, a subnet, a peered VNet or an on-premises network.
///
/// kube-proxy catches packets to service addresses on every node, so whatever has such an address outside the cluster
/// cannot be reached from it. Nothing reports that; connections time out.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.240.0.0/12
///       serviceCidr: 10.240.0.0/16
///       dnsServiceIP: 10.240.0.10
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       clusterSubnet: 10.240.0.0/12
///       serviceCidr: 10.0.0.0/16
///       dnsServiceIP: 10.0.0.10
/// ```
///
/// Source: Kubernetes, "Cluster networking"; docs/address-plan.md.
enum ServiceCidrOverlap: Rule {
    static let id = RuleID("IP004", "ServiceCidrOverlap")

    static func findings(in context: RuleContext) -> [Finding] {
        let addresses = context.addresses
        guard let service = addresses.service.prefix else { return [] }
        var others: [(String, IPv4Prefix)] = []
        let space = addresses.vnet.compactMap(\.prefix).filter { $0.overlaps(service) }
        others += space.map { ("the VNet's range", $0) }
        if space.isEmpty {
            others += addresses.subnets.compactMap { subnet in
                subnet.prefix.map { ("subnet \(subnet.name)", $0) }
            }
        }
        others += addresses.neighbours.compactMap { range in range.prefix.map { (range.owner, $0) } }
        return others.filter { $0.1.overlaps(service) }.map { name, prefix in
            Finding(
                id, .error, at: addresses.service.path,
                "the services' range \(service) meets \(name.hasSuffix("\(prefix)") ? name : "\(name) \(prefix)")",
                remedy: "choose a serviceCidr that nothing else uses, and a dnsServiceIP in it")
        }
    }
}

extension WrittenRange {
    /// Whose range it is, in words.
    var owner: String {
        switch role {
        case .vnet: "the VNet's range"
        case .subnet, .declaredSubnet: "subnet"
        case .service: "the services' range"
        case .peer(let name): "the range of peered VNet \(name)"
        case .site(let name): "the range of on-premises network \(name)"
        case .behind(let peer, let name): "the range of network \(name) behind peered VNet \(peer)"
        case .destination: "destination"
        case .address: "address"
        }
    }
}
