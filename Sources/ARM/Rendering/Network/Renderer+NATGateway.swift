import NetworkPlan

extension Renderer {
    /// A NAT gateway with its addresses, single ones or a prefix.
    func natGatewayResources(_ plan: NATGatewayPlan) -> [Resource] {
        let addresses = plan.publicIPNames.map { publicIP($0, label: nil) }
        let prefix = plan.publicIPPrefix.map { prefix -> Resource in
            var resource = Resource(.publicIPPrefix, .string(prefix.name))
            resource.tags = tags()
            resource.sku = ["name": "Standard"]
            resource.properties = [
                "prefixLength": .integer(prefix.length), "publicIPAddressVersion": "IPv4",
            ]
            return resource
        }
        var gateway = Resource(.natGateway, .string(plan.name))
        gateway.tags = tags()
        gateway.sku = ["name": "Standard"]
        gateway.dependsOn = addresses.map(\.reference) + (prefix.map { [$0.reference] } ?? [])
        gateway.properties = .present([
            "idleTimeoutInMinutes": .integer(plan.idleTimeoutInMinutes),
            "publicIpAddresses": addresses.isEmpty ? nil : .array(addresses.map { .id($0.reference.id) }),
            "publicIpPrefixes": prefix.map { [.id($0.reference.id)] },
        ])
        return addresses + (prefix.map { [$0] } ?? []) + [gateway]
    }
}
