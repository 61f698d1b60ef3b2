import NetworkPlan

extension Renderer {
    /// The name of the masters' pool in both load balancers of the API server.
    private static let mastersPool = "masters"
    /// The name of the pool of those who leave by the outbound rule.
    private static let outboundPool = "outbound"
    private static let internalFrontend = "api-internal"
    private static let publicFrontend = "api"
    private static let probeName = "readyz"

    private var internalLoadBalancer: ResourceReference {
        ResourceReference(.loadBalancer, plan.apiServer.internalLoadBalancerName)
    }

    /// The load balancers and the public address through which the API server is reached.
    func apiServerResources() -> [Resource] {
        var inner = Resource(.loadBalancer, .string(plan.apiServer.internalLoadBalancerName))
        inner.tags = tags()
        inner.sku = ["name": "Standard"]
        inner.dependsOn = [vnet].compactMap(\.self)
        inner.properties = [
            "frontendIPConfigurations": [
                [
                    "name": .text(Self.internalFrontend),
                    "properties": [
                        "privateIPAddress": .text("\(plan.apiServer.internalAddress)"),
                        "privateIPAllocationMethod": "Static",
                        "subnet": .id(subnetID(plan.masters.nic.subnet)),
                    ],
                ]
            ],
            "backendAddressPools": [["name": .text(Self.mastersPool)]],
            "loadBalancingRules": [
                apiServerRule(inner.reference, Self.internalFrontend, disablesSNAT: false)
            ],
            "probes": [readinessProbe],
        ]
        guard let access = plan.apiServer.publicAccess else { return [inner] }
        let address = publicIP(access.publicIPName, label: access.domainNameLabel)
        var outer = Resource(.loadBalancer, .string(access.loadBalancerName))
        outer.tags = tags()
        outer.sku = ["name": "Standard"]
        outer.dependsOn = [address.reference]
        outer.properties = .present([
            "frontendIPConfigurations": [
                [
                    "name": .text(Self.publicFrontend),
                    "properties": ["publicIPAddress": .id(address.reference.id)],
                ]
            ],
            "backendAddressPools": [["name": .text(Self.mastersPool)]],
            "loadBalancingRules": [apiServerRule(outer.reference, Self.publicFrontend, disablesSNAT: true)],
            "probes": [readinessProbe],
            "outboundRules": access.hasOutboundRule
                ? [
                    [
                        "name": "outbound",
                        "properties": [
                            "protocol": "All",
                            "frontendIPConfigurations": [
                                .id(outer.reference.id(of: "frontendIPConfigurations", Self.publicFrontend))
                            ],
                            "backendAddressPool": .id(
                                outer.reference.id(of: "backendAddressPools", Self.mastersPool)),
                            "enableTcpReset": true,
                        ],
                    ]
                ] : nil,
        ])
        return [inner, address, outer]
    }

    private func apiServerRule(
        _ balancer: ResourceReference, _ frontend: String, disablesSNAT: Bool
    ) -> ARMValue {
        [
            "name": "api-server",
            "properties": .present([
                "frontendIPConfiguration": .id(balancer.id(of: "frontendIPConfigurations", frontend)),
                "backendAddressPool": .id(balancer.id(of: "backendAddressPools", Self.mastersPool)),
                "probe": .id(balancer.id(of: "probes", Self.probeName)),
                "protocol": "Tcp",
                "frontendPort": .integer(plan.apiServer.port),
                "backendPort": .integer(plan.apiServer.port),
                // Watches are quiet for long.
                "idleTimeoutInMinutes": 30,
                "enableTcpReset": true,
                "disableOutboundSnat": disablesSNAT ? true : nil,
            ]),
        ]
    }

    private var readinessProbe: ARMValue {
        [
            "name": .text(Self.probeName),
            "properties": [
                "protocol": "Https", "port": .integer(plan.apiServer.port), "requestPath": "/readyz",
                "intervalInSeconds": 5, "numberOfProbes": 2,
            ],
        ]
    }

    /// What the way to the internet needs.
    func egressResources() -> [Resource] {
        switch plan.egress {
        case .none: return []
        case .natGateway(let gateway): return natGatewayResources(gateway)
        case .outboundRule(let rule): return outboundResources(rule)
        }
    }

    private func outboundResources(_ rule: OutboundRulePlan) -> [Resource] {
        guard !plan.pools.isEmpty || rule.includesMasters else { return [] }
        let addresses = rule.publicIPNames.map { publicIP($0, label: nil) }
        var balancer = Resource(.loadBalancer, .string(rule.loadBalancerName))
        balancer.tags = tags()
        balancer.sku = ["name": "Standard"]
        balancer.dependsOn = addresses.map(\.reference)
        let frontends = addresses.indices.map { "outbound-\($0)" }
        balancer.properties = [
            "frontendIPConfigurations": .array(
                zip(frontends, addresses).map { name, address in
                    ["name": .text(name), "properties": ["publicIPAddress": .id(address.reference.id)]]
                }),
            "backendAddressPools": [["name": .text(Self.outboundPool)]],
            "outboundRules": [
                [
                    "name": "outbound",
                    "properties": [
                        "protocol": "All",
                        "frontendIPConfigurations": .array(
                            frontends.map { .id(balancer.reference.id(of: "frontendIPConfigurations", $0)) }),
                        "backendAddressPool": .id(
                            balancer.reference.id(of: "backendAddressPools", Self.outboundPool)),
                        "allocatedOutboundPorts": .integer(rule.allocatedOutboundPorts),
                        "idleTimeoutInMinutes": .integer(rule.idleTimeoutInMinutes),
                        "enableTcpReset": true,
                    ],
                ]
            ],
        ]
        return addresses + [balancer]
    }

    func publicIP(_ name: String, label: String?) -> Resource {
        var address = Resource(.publicIPAddress, .string(name))
        address.tags = tags()
        address.sku = ["name": "Standard"]
        address.properties = .present([
            "publicIPAllocationMethod": "Static",
            "dnsSettings": label.map { ["domainNameLabel": .text($0)] },
        ])
        return address
    }

    /// The load balancer pools that masters' own addresses join, and what they belong to.
    func masterPools() -> [(id: ARMExpression, owner: ResourceReference)] {
        var pools = [
            (internalLoadBalancer.id(of: "backendAddressPools", Self.mastersPool), internalLoadBalancer)
        ]
        if let access = plan.apiServer.publicAccess {
            let balancer = ResourceReference(.loadBalancer, access.loadBalancerName)
            pools.append((balancer.id(of: "backendAddressPools", Self.mastersPool), balancer))
        } else if case .outboundRule(let rule) = plan.egress, rule.includesMasters {
            let balancer = ResourceReference(.loadBalancer, rule.loadBalancerName)
            pools.append((balancer.id(of: "backendAddressPools", Self.outboundPool), balancer))
        }
        return pools
    }

    /// The same for nodes; pools of the user's have no owner here.
    func nodePools(_ pool: PoolPlan) -> [(id: ARMExpression, owner: ResourceReference?)] {
        var pools: [(ARMExpression, ResourceReference?)] = []
        if case .outboundRule(let rule) = plan.egress {
            let balancer = ResourceReference(.loadBalancer, rule.loadBalancerName)
            pools.append((balancer.id(of: "backendAddressPools", Self.outboundPool), balancer))
        }
        return pools + pool.loadBalancerBackendAddressPoolIDs.map { (.string($0), nil) }
    }
}
