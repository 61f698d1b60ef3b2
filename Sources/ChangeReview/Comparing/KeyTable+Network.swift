extension KeyTable {
    private typealias Parts = ChangedNetworkParts

    /// `networkProfile`.
    static let network: [KeyRow] = below(
        "properties.networkProfile",
        vnet, subnets, neighbours, gateways, endpoints, wayOut, publicAddresses, services,
        // Statements are checked, and nothing is made of them.
        rows(of: nil, "expect"),
        [KeyRow("plugin", NodeSettings.self, .object)], rows(of: NodeSettings.self, "plugin.url"))

    private static let vnet: [KeyRow] = all(
        [
            // It says again in which VNet the profiles' subnets are.
            KeyRow("vnet.id", nil), KeyRow("vnet.addressSpace", VNetRangeInUse.self, .set),
            KeyRow("vnet.dnsServers", Parts.self), KeyRow("vnet.tags", ChangedTags.self, .map),
        ])

    private static let subnets: [KeyRow] = all(
        [KeyRow("subnets", Parts.self, .list(by: "name"))],
        below(
            "subnets[]",
            rows(of: SubnetOfInterface.self, "name"), rows(of: SubnetPrefixInUse.self, "addressPrefix"),
            // What others hold is nothing that slipway makes.
            rows(of: nil, "inUse"),
            [KeyRow("securityRules", Parts.self, .list(by: "name"))],
            below(
                "securityRules[]",
                rows(of: Parts.self, "name", "priority", "direction", "access", "protocol"),
                ["sources", "destinations", "ports"].map { KeyRow($0, Parts.self, .set) })))

    private static let neighbours: [KeyRow] = all(
        [KeyRow("peerings", ChangedKnownRanges.self, .list(by: "name"))],
        below(
            "peerings[]",
            rows(of: Parts.self, "name"),
            [KeyRow("addressSpace", ChangedKnownRanges.self, .set)],
            rows(
                of: Parts.self, "remoteVnetID", "allowForwardedTraffic", "allowGatewayTransit",
                "useRemoteGateways"),
            [KeyRow("behind", ChangedKnownRanges.self, .list(by: "name"))],
            rows(of: ChangedKnownRanges.self, "behind[].name"),
            [KeyRow("behind[].addressSpace", ChangedKnownRanges.self, .set)]),
        [KeyRow("onPremises", ChangedKnownRanges.self, .list(by: "name"))],
        below(
            "onPremises[]",
            rows(of: Parts.self, "name"), [KeyRow("addressSpace", ChangedKnownRanges.self, .set)],
            [KeyRow("vpn", Parts.self, .object)],
            below(
                "vpn",
                rows(of: Parts.self, "deviceAddress", "sharedKey"),
                [KeyRow("addressPrefixes", Parts.self, .set)],
                reference("sharedKeySecretRef", Parts.self),
                [KeyRow("bgp", Parts.self, .object)], rows(of: Parts.self, "bgp.asn", "bgp.address"),
                [KeyRow("ipsecPolicy", Parts.self, .object)],
                below(
                    "ipsecPolicy",
                    rows(
                        of: Parts.self, "saLifeTimeSeconds", "saDataSizeKilobytes", "ipsecEncryption",
                        "ipsecIntegrity", "ikeEncryption", "ikeIntegrity", "dhGroup", "pfsGroup"))),
            [KeyRow("expressRoute", Parts.self, .object)],
            below(
                "expressRoute",
                rows(of: Parts.self, "circuitID", "needsAuthorization", "authorizationKey"),
                reference("authorizationKeySecretRef", Parts.self))))

    private static let gateways: [KeyRow] = all(
        [KeyRow("gateways", Parts.self, .object), KeyRow("gateways.vpn", Parts.self, .object)],
        rows(of: Parts.self, "gateways.vpn.sku", "gateways.vpn.activeActive", "gateways.vpn.asn"),
        [KeyRow("gateways.expressRoute", Parts.self, .object)],
        rows(of: Parts.self, "gateways.expressRoute.sku"))

    private static let endpoints: [KeyRow] = all(
        [KeyRow("serviceEndpoints", Parts.self, .list(by: "service"))],
        below(
            "serviceEndpoints[]",
            rows(of: Parts.self, "service"),
            ["subnets", "locations", "addressPrefixes"].map { KeyRow($0, Parts.self, .set) }),
        [KeyRow("privateEndpoints", Parts.self, .list(by: "name"))],
        below(
            "privateEndpoints[]",
            rows(of: Parts.self, "name", "resourceID", "groupID", "subnet", "privateIPAddress", "dnsZone")))

    private static let wayOut: [KeyRow] = all(
        [KeyRow("routes", Parts.self, .list(by: "name"))],
        below(
            "routes[]",
            rows(of: Parts.self, "name"), [KeyRow("addressPrefixes", Parts.self, .set)],
            rows(of: Parts.self, "nextHopType", "nextHopIPAddress"),
            [KeyRow("subnets", Parts.self, .set)]),
        rows(of: ChangedEgress.self, "egress.type", "egress.publicIPCount", "egress.publicIPPrefixLength"),
        // It is compared with what the outbound rule gives.
        rows(of: nil, "egress.minimumPortsPerNode"),
        rows(of: ChangedKnownRanges.self, "egress.preservePodAddresses"))

    private static let publicAddresses: [KeyRow] = all(
        [KeyRow("publicAddresses", ChangedKnownRanges.self, .list(by: "name"))],
        below(
            "publicAddresses[]",
            rows(of: ChangedKnownRanges.self, "name"), rows(of: Parts.self, "domainNameLabel"),
            rows(of: ChangedKnownRanges.self, "pool", "node", "privateIPAddress"),
            [KeyRow("ports", Parts.self, .set), KeyRow("sources", Parts.self, .set)]))

    private static let services: [KeyRow] = all(
        [KeyRow("services", ControlPlaneSettings.self, .object)],
        below(
            "services",
            rows(of: ControlPlaneSettings.self, "internalSubnet"),
            // Room that the address plan keeps, and what the example of a service shows.
            rows(of: nil, "internalAddresses"), [KeyRow("allowedSources", nil, .set)],
            rows(of: nil, "idleTimeoutInMinutes"),
            rows(of: ControlPlaneSettings.self, "healthProbeMode")))
}
