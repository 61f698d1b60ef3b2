import ClusterModel
import NetworkPlan

extension Renderer {
    /// A pool as a scale set: one resource, whatever its size.
    func scaleSetResources(_ pool: PoolPlan, _ set: ScaleSetPlan, _ text: UserDataText) -> [Resource] {
        let machine = pool.machine
        let pools = nodePools(pool)
        var resource = Resource(.virtualMachineScaleSet, .string(pool.resourceName))
        resource.tags = tags(machine.tags, role: "node")
        resource.sku = ["name": .text(machine.vmSize), "tier": "Standard", "capacity": .integer(pool.count)]
        resource.zones = set.zones
        resource.identity = identityValue(ofMasters: false)
        resource.dependsOn = [vnet].compactMap(\.self) + pools.compactMap(\.owner)
        let isForeign = plan.network.subnets[pool.nic.subnet].id != nil
        if isForeign { resource.dependsOn.append(securityGroup) }
        let userData = userDataText(text, shared: .variable("nodeUserData"), DeploymentValue.ofNodes(plan))
        resource.properties = .present([
            "overprovision": .bool(set.overprovision),
            "singlePlacementGroup": .bool(set.singlePlacementGroup),
            "platformFaultDomainCount": set.faultDomains.map { .integer($0) },
            // Nodes are replaced by slipway, one after the other, never by Azure.
            "upgradePolicy": ["mode": "Manual"],
            "proximityPlacementGroup": machine.proximityPlacementGroupID.map { .id($0) },
            "additionalCapabilities": additionalCapabilities(machine),
            "virtualMachineProfile": .present([
                "priority": set.spot.map { _ in "Spot" },
                "evictionPolicy": set.spot.map { .text($0.evictionPolicy.rawValue) },
                "billingProfile": set.spot.map { ["maxPrice": .double($0.maxPrice)] },
                "securityProfile": securityProfile(machine),
                "osProfile": osProfile(
                    name: .text(pool.resourceName), customData: userData, isScaleSet: true),
                "storageProfile": storageProfile(
                    machine, dataDisks: dataDisks(pool), encryptionSet: pool.diskEncryptionSetID),
                "networkProfile": [
                    "networkInterfaceConfigurations": [
                        [
                            "name": "nic",
                            "properties": .present([
                                "primary": true,
                                "enableAcceleratedNetworking": .bool(machine.acceleratedNetworking),
                                "networkSecurityGroup": isForeign ? .id(securityGroup.id) : nil,
                                "ipConfigurations": .array(
                                    scaleSetAddresses(pool, pools.map(\.id), hasPublicIP: set.hasNodePublicIP)
                                ),
                            ]),
                        ]
                    ]
                ],
                "extensionProfile": [
                    "extensions": [
                        [
                            "name": .text(Self.extensionName),
                            "properties": bringUpExtension(secrets: secretsOfNodes()),
                        ]
                    ]
                ],
            ]),
        ])
        return [resource]
    }

    func dataDisks(_ pool: PoolPlan) -> [ARMValue] {
        pool.dataDiskSizesGB.enumerated().map { lun, size in
            dataDisk(
                lun: lun, sizeGB: size, caching: pool.dataDiskCaching, sku: pool.machine.diskSKU,
                encryptionSet: pool.diskEncryptionSetID)
        }
    }

    private func scaleSetAddresses(_ pool: PoolPlan, _ pools: [ARMExpression], hasPublicIP: Bool)
        -> [ARMValue]
    {
        (0..<pool.nic.ipConfigurations).map { index in
            let isPrimary = index == 0
            return [
                "name": .text("ipconfig\(index)"),
                "properties": .present([
                    "primary": .bool(isPrimary),
                    "subnet": .id(subnetID(pool.nic.subnet)),
                    "loadBalancerBackendAddressPools": isPrimary && !pools.isEmpty
                        ? .array(pools.map { .id($0) }) : nil,
                    "publicIPAddressConfiguration": isPrimary && hasPublicIP
                        ? ["name": "node-ip", "properties": ["idleTimeoutInMinutes": 30]] : nil,
                ]),
            ]
        }
    }
}
