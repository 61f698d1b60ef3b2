import ClusterModel
import NetworkPlan

extension Renderer {
    /// The gateways with their addresses, and what connects sites to them.
    ///
    /// The second gateway waits for the first: Azure works on one thing of a gateway's subnet at a time.
    func gatewayResources() -> [Resource] {
        var resources: [Resource] = []
        var previous: ResourceReference?
        for gateway in plan.gateways {
            let addresses = gateway.publicIPNames.map { publicIP($0, label: nil) }
            var resource = Resource(.virtualNetworkGateway, .string(gateway.name))
            resource.tags = tags()
            resource.dependsOn = addresses.map(\.reference) + [vnet, previous].compactMap(\.self)
            resource.properties = properties(of: gateway, addresses.map(\.reference))
            previous = resource.reference
            resources += addresses + [resource]
            resources += gateway.connections.flatMap { connection($0, by: resource.reference) }
        }
        return resources
    }

    private func properties(of gateway: GatewayPlan, _ addresses: [ResourceReference]) -> ARMValue {
        let configurations = addresses.enumerated().map { index, address -> ARMValue in
            [
                "name": .text("gateway-\(index)"),
                "properties": [
                    "privateIPAllocationMethod": "Dynamic",
                    "subnet": vnet.map { .id($0.id(of: "subnets", SubnetProfile.gatewayName)) } ?? [:],
                    "publicIPAddress": .id(address.id),
                ],
            ]
        }
        switch gateway.kind {
        case .vpn(let vpn, let hasBGP):
            return .present([
                "gatewayType": "Vpn",
                "vpnType": "RouteBased",
                "sku": ["name": .text(vpn.sku.rawValue), "tier": .text(vpn.sku.rawValue)],
                "activeActive": .bool(vpn.activeActive),
                "enableBgp": .bool(hasBGP),
                "bgpSettings": hasBGP ? ["asn": .integer(vpn.asn)] : nil,
                "ipConfigurations": .array(configurations),
            ])
        case .expressRoute(let circuit):
            return [
                "gatewayType": "ExpressRoute",
                "sku": ["name": .text(circuit.sku.rawValue), "tier": .text(circuit.sku.rawValue)],
                "ipConfigurations": .array(configurations),
            ]
        }
    }

    private func connection(_ connection: ConnectionPlan, by gateway: ResourceReference) -> [Resource] {
        var resource = Resource(.connection, .string(connection.name))
        resource.tags = tags()
        resource.dependsOn = [gateway]
        let ownEnd: ARMValue = ["id": .expression(gateway.id), "properties": [:]]
        let key = connection.key.map { ARMValue.expression(.parameter($0.parameter)) }
        switch connection.target {
        case .circuit(let id):
            resource.properties = .present([
                "connectionType": "ExpressRoute",
                "virtualNetworkGateway1": ownEnd,
                "peer": .id(id),
                "routingWeight": 0,
                "authorizationKey": key,
            ])
            return [resource]
        case .device(let device, let name):
            let local = localGateway(name, connection, device)
            resource.dependsOn.append(local.reference)
            resource.properties = .present([
                "connectionType": "IPsec",
                "connectionProtocol": "IKEv2",
                "virtualNetworkGateway1": ownEnd,
                "localNetworkGateway2": ["id": .expression(local.reference.id), "properties": [:]],
                "enableBgp": .bool(device.bgp != nil),
                "usePolicyBasedTrafficSelectors": false,
                "ipsecPolicies": device.ipsecPolicy.map { [Self.policy($0)] },
                "routingWeight": 0,
                "sharedKey": key,
            ])
            return [local, resource]
        }
    }

    private func localGateway(
        _ name: String, _ connection: ConnectionPlan, _ device: VPNConnectionProfile
    ) -> Resource {
        var local = Resource(.localNetworkGateway, .string(name))
        local.tags = tags()
        local.properties = .present([
            "localNetworkAddressSpace": [
                "addressPrefixes": .array(connection.space.map { .text("\($0)") })
            ],
            "gatewayIpAddress": device.deviceAddress.map { .text($0) },
            "bgpSettings": device.bgp.map { peer in
                .present([
                    "asn": peer.asn.map { .integer($0) }, "bgpPeeringAddress": peer.address.map { .text($0) },
                ])
            },
        ])
        return local
    }

    private static func policy(_ policy: IPsecPolicyProfile) -> ARMValue {
        [
            "saLifeTimeSeconds": .integer(policy.saLifeTimeSeconds),
            "saDataSizeKilobytes": .integer(policy.saDataSizeKilobytes),
            "ipsecEncryption": .text(policy.ipsecEncryption.rawValue),
            "ipsecIntegrity": .text(policy.ipsecIntegrity.rawValue),
            "ikeEncryption": .text(policy.ikeEncryption.rawValue),
            "ikeIntegrity": .text(policy.ikeIntegrity.rawValue),
            "dhGroup": .text(policy.dhGroup.rawValue),
            "pfsGroup": .text(policy.pfsGroup.rawValue),
        ]
    }
}
