public import Addressing
public import ClusterModel
public import NetworkTopology

/// Judges packets by the network security group: the first rule that matches, by priority.
///
/// A class, because every packet on its way asks it.
public final class SecurityGroup: Sendable {
    /// All rules, Azure's own included, in the order in which they are asked.
    public let rules: [SecurityRule]
    /// Those for what enters an interface and for what leaves one.
    private let inbound: [SecurityRule]
    private let outbound: [SecurityRule]
    /// Ranges of services by the service's name in lower case, as far as the model says them.
    private let services: [(name: String, ranges: [IPv4Prefix])]
    /// The tag VirtualNetwork: the VNet, its peers, its sites, and where routes lead; a route for everything is not counted,
    /// although Azure's tag may then hold the internet.
    private let inside: IPv4RangeSet

    /// The group of `topology`.
    public init(_ topology: NetworkTopology) {
        services = topology.serviceEndpoints.map { endpoint in
            (
                endpoint.service.rawValue.split(separator: ".").first.map { $0.lowercased() } ?? "",
                endpoint.ranges
            )
        }
        let routes = topology.subnets.flatMap(\.routes).filter {
            $0.prefix.length > 0 && $0.nextHop != .internet
        }
        inside = IPv4RangeSet(topology.inside + routes.map(\.prefix))
        rules = (topology.securityRules + Self.azureRules).sorted { $0.priority < $1.priority }
        inbound = rules.filter { $0.direction == .inbound }
        outbound = rules.filter { $0.direction == .outbound }
    }

    /// The rules that every group has.
    ///
    /// Source: Microsoft Learn, "Network security groups": default security rules.
    public static let azureRules = [
        SecurityRule(
            "AllowVnetInBound", 65_000, .inbound, .allow, from: [.tag(.virtualNetwork)],
            to: [.tag(.virtualNetwork)]),
        SecurityRule("AllowAzureLoadBalancerInBound", 65_001, .inbound, .allow, from: [.tag(.loadBalancer)]),
        SecurityRule("DenyAllInBound", 65_500, .inbound, .deny),
        SecurityRule(
            "AllowVnetOutBound", 65_000, .outbound, .allow, from: [.tag(.virtualNetwork)],
            to: [.tag(.virtualNetwork)]),
        SecurityRule("AllowInternetOutBound", 65_001, .outbound, .allow, to: [.tag(.internet)]),
        SecurityRule("DenyAllOutBound", 65_500, .outbound, .deny),
    ]

    /// A packet.
    public struct Packet: Sendable {
        /// Where it comes from.
        public var source: IPv4Address
        /// Where it goes.
        public var destination: IPv4Address
        /// The port it goes to.
        public var port: Int
        /// Its transport.
        public var transport: SecurityProtocol

        /// A packet.
        public init(
            _ source: IPv4Address, _ destination: IPv4Address, port: Int, _ transport: SecurityProtocol
        ) {
            self.source = source
            self.destination = destination
            self.port = port
            self.transport = transport
        }
    }

    /// The rule that decides about `packet`.
    public func decision(_ packet: Packet, _ direction: SecurityDirection) -> SecurityRule? {
        let asked = direction == .inbound ? inbound : outbound
        return asked.indices.first { matches(asked[$0], packet) }.map { asked[$0] }
    }

    private func matches(_ rule: SecurityRule, _ packet: Packet) -> Bool {
        (rule.transport == .any || rule.transport == packet.transport)
            && (rule.ports.isEmpty || rule.ports.contains { $0.ports.contains(packet.port) })
            && rule.sources.contains { matches($0, packet.source) }
            && rule.destinations.contains { matches($0, packet.destination) }
    }

    private func matches(_ side: AddressMatch, _ address: IPv4Address) -> Bool {
        switch side {
        case .any: true
        case .prefix(let prefix): prefix.contains(address)
        case .tag(.virtualNetwork): inside.contains(address)
        case .tag(.loadBalancer): address == NetworkTopology.platformAddress
        case .tag(.internet): !inside.contains(address)
        case .tag(.service(let name)): isService(address, name)
        }
    }

    private func isService(_ address: IPv4Address, _ tag: String) -> Bool {
        let root = tag.split(separator: ".").first.map { $0.lowercased() } ?? ""
        return services.contains { service in
            (root == service.name || root == "azure\(service.name)")
                && service.ranges.contains { $0.contains(address) }
        }
    }
}
