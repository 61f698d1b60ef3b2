import Addressing
import JSONText

/// The rules of a live network security group, as far as they decide about the cluster's own traffic.
struct SecurityGroupRules: Sendable {
    /// A flow that a cluster cannot do without.
    struct Flow: Sendable {
        var isInbound: Bool
        var isTCP: Bool
        var port: Int
        var source: IPv4Address
        var destination: IPv4Address
        /// What it is for.
        var purpose: String
    }

    private struct Rule {
        let name: String
        let priority: Int
        let isInbound: Bool
        let isAllowed: Bool
        let protocolName: String
        let sources: [String]
        let destinations: [String]
        let ports: [String]
    }

    private let rules: [Rule]
    /// The VNet's ranges, for the tag VirtualNetwork.
    private let network: [IPv4Prefix]

    /// The rules in the group `value`, in the order in which Azure asks them.
    init(_ value: JSONValue, network: [IPv4Prefix]) {
        self.network = network
        rules = (value["properties"]?["securityRules"]?.array ?? []).compactMap(Self.rule).sorted {
            $0.priority < $1.priority
        }
    }

    private static func rule(_ value: JSONValue) -> Rule? {
        guard let properties = value["properties"], let priority = properties["priority"]?.integer else {
            return nil
        }
        func texts(_ one: String, _ many: String) -> [String] {
            let list = properties[many]?.array?.compactMap(\.string) ?? []
            return list + [properties[one]?.string].compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
        }
        return Rule(
            name: value["name"]?.string ?? "?", priority: priority,
            isInbound: properties["direction"]?.string?.lowercased() == "inbound",
            isAllowed: properties["access"]?.string?.lowercased() == "allow",
            protocolName: properties["protocol"]?.string?.lowercased() ?? "*",
            sources: texts("sourceAddressPrefix", "sourceAddressPrefixes"),
            destinations: texts("destinationAddressPrefix", "destinationAddressPrefixes"),
            ports: texts("destinationPortRange", "destinationPortRanges"))
    }

    /// The name and priority of the rule that denies `flow`, or nil if it passes. The group's own rules come before Azure's, which
    /// let everything within a VNet and from load balancers pass.
    func denial(of flow: Flow) -> String? {
        for rule in rules where rule.isInbound == flow.isInbound {
            guard rule.protocolName == "*" || rule.protocolName == (flow.isTCP ? "tcp" : "udp"),
                rule.ports.contains(where: { Self.covers($0, flow.port) }),
                rule.sources.contains(where: { covers($0, flow.source) }),
                rule.destinations.contains(where: { covers($0, flow.destination) })
            else { continue }
            return rule.isAllowed ? nil : "\(rule.name) (priority \(rule.priority))"
        }
        return nil
    }

    private static func covers(_ range: String, _ port: Int) -> Bool {
        if range == "*" { return true }
        let ends = range.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last else { return false }
        return (first...max(first, last)).contains(port)
    }

    /// Azure's address for health probes, which the tag AzureLoadBalancer stands for.
    static let platformAddress = IPv4Address(bits: 168 << 24 | 63 << 16 | 129 << 8 | 16)

    private func covers(_ scope: String, _ address: IPv4Address) -> Bool {
        switch scope.lowercased() {
        case "*", "any", "0.0.0.0/0": return true
        case "virtualnetwork": return network.contains { $0.contains(address) }
        case "azureloadbalancer": return address == Self.platformAddress
        case "internet": return !network.contains { $0.contains(address) } && address != Self.platformAddress
        default:
            if let prefix = IPv4Prefix(scope) { return prefix.contains(address) }
            return IPv4Address(scope) == address
        }
    }
}
