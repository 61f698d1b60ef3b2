import ClusterModel
public import JSONText
import NetworkTopology
public import Reachability

/// `slipway network effective`: routes and security rules of a subnet's interfaces, in the form of Azure's own listings.
public enum EffectiveNetworkReport {
    /// As tables.
    public static func text(of index: Int, _ tracer: Tracer) -> String {
        let subnet = tracer.atlas.topology.subnets[index]
        var routes = MarkdownTable(["Source", "State", "Address Prefix", "Next Hop Type", "Next Hop IP"])
        for route in tracer.atlas.routes(of: index) {
            routes.add([
                route.origin.text, route.isActive ? "Active" : "Invalid", "\(route.prefix)", route.hop.text,
                route.hop.address,
            ])
        }
        var text = "Effective routes of \(subnet.name)\n\n\(routes.text)"
        guard subnet.hasSecurityGroup else {
            return text + "\nNo network security group: it is a gateway's subnet.\n"
        }
        for direction in SecurityDirection.allCases {
            var rules = MarkdownTable([
                "Name", "Priority", "Source", "Destination", "Port", "Protocol", "Access",
            ])
            for rule in tracer.rules where rule.direction == direction {
                rules.add([
                    rule.name, "\(rule.priority)", sides(rule.sources), sides(rule.destinations), ports(rule),
                    rule.transport.rawValue, rule.access.rawValue,
                ])
            }
            text += "\nEffective \(direction.rawValue.lowercased()) security rules\n\n\(rules.text)"
        }
        return text
    }

    /// For tools, with the keys of Azure's own answer.
    public static func json(of index: Int, _ tracer: Tracer) -> JSONValue {
        [
            "subnet": .string(tracer.atlas.topology.subnets[index].name),
            "effectiveRoutes": .array(
                tracer.atlas.routes(of: index).map { route in
                    [
                        "source": .string(route.origin.text),
                        "state": .string(route.isActive ? "Active" : "Invalid"),
                        "addressPrefix": [.string("\(route.prefix)")],
                        "nextHopType": .string(route.hop.text),
                        "nextHopIpAddress": route.hop.address.isEmpty ? [] : [.string(route.hop.address)],
                    ]
                }),
            "effectiveSecurityRules": .array(
                tracer.rules.map { rule in
                    [
                        "name": .string(rule.name), "priority": .integer(rule.priority),
                        "direction": .string(rule.direction.rawValue),
                        "access": .string(rule.access.rawValue),
                        "protocol": .string(rule.transport.rawValue),
                        "sourceAddressPrefixes": .array(rule.sources.map { .string("\($0)") }),
                        "destinationAddressPrefixes": .array(rule.destinations.map { .string("\($0)") }),
                        "destinationPortRanges": .array(
                            rule.ports.isEmpty ? ["0-65535"] : rule.ports.map { .string("\($0)") }),
                    ]
                }),
        ]
    }

    private static func sides(_ sides: [AddressMatch]) -> String {
        sides.count > 3 ? "\(sides.count) ranges" : sides.map { "\($0)" }.joined(separator: ", ")
    }

    private static func ports(_ rule: SecurityRule) -> String {
        rule.ports.isEmpty ? "Any" : rule.ports.map { "\($0)" }.joined(separator: ", ")
    }
}

extension EffectiveRoute.Hop {
    /// The appliance's address; empty for other hops.
    var address: String { if case .appliance(let address) = self { "\(address)" } else { "" } }
}
