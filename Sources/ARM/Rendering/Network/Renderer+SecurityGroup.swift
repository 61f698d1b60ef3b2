import ClusterModel
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// The network security group of own subnets, or of the cluster's own NICs in existing ones.
    func securityGroupResource() -> Resource {
        var group = Resource(.networkSecurityGroup, .string(plan.network.securityGroupName))
        group.tags = tags()
        group.properties = [
            "securityRules": .array(plan.network.topology.securityRules.map(Self.securityRule))
        ]
        return group
    }

    static func securityRule(_ rule: SecurityRule) -> ARMValue {
        let (sources, destinations) = (rule.sources.map(\.description), rule.destinations.map(\.description))
        let ports = rule.ports.isEmpty ? ["*"] : rule.ports.map(\.description)
        return [
            "name": .text(rule.name),
            "properties": .present([
                "priority": .integer(rule.priority),
                "direction": .text(rule.direction.rawValue),
                "access": .text(rule.access.rawValue),
                "protocol": .text(rule.transport.rawValue),
                "sourceAddressPrefix": one(sources),
                "sourceAddressPrefixes": several(sources),
                "sourcePortRange": "*",
                "destinationAddressPrefix": one(destinations),
                "destinationAddressPrefixes": several(destinations),
                "destinationPortRange": one(ports),
                "destinationPortRanges": several(ports),
            ]),
        ]
    }

    private static func one(_ texts: [String]) -> ARMValue? { texts.count == 1 ? .text(texts[0]) : nil }

    private static func several(_ texts: [String]) -> ARMValue? {
        texts.count == 1 ? nil : .array(texts.map { .text($0) })
    }
}
