import AddressPlan
import Addressing
import ClusterModel
import NetworkPlan

/// A network interface to be printed.
struct InterfaceSpec {
    var name: ARMExpression
    var nic: NICPlan
    var address: IPv4Address?
    var pools: [ARMExpression]
    var acceleratedNetworking: Bool
    /// Whether the addresses are a loop of ARM's.
    var loopsAddresses = false
    /// Addresses for pods that ask for them, after the ordinary ones; never in a loop.
    var podAddresses: [PodAddressSpec] = []
}

extension Renderer {
    private static let addressLoop = "ipConfigurations"

    /// A network interface: the primary ipConfiguration for the machine, the others for pods.
    func networkInterface(_ spec: InterfaceSpec, role: String) -> Resource {
        var interface = Resource(.networkInterface, spec.name)
        interface.tags = tags(role: role)
        var members: [ARMValue.Member] = []
        if plan.network.subnets[spec.nic.subnet].id != nil {
            // The subnet is somebody else's: the group stands here instead of there.
            members.append(.init(name: "networkSecurityGroup", value: .id(securityGroup.id)))
            interface.dependsOn.append(securityGroup)
        }
        members.append(.init(name: "enableAcceleratedNetworking", value: .bool(spec.acceleratedNetworking)))
        if spec.loopsAddresses {
            members.append(.init(name: "copy", value: [addressLoop(spec)]))
        } else {
            let own = ipConfigurations(spec.podAddresses, subnet: spec.nic.subnet)
            members.append(.init(name: "ipConfigurations", value: .array(ipConfigurations(spec) + own)))
            interface.dependsOn += spec.podAddresses.map(\.publicIP)
        }
        interface.properties = .object(members)
        interface.dependsOn += [vnet].compactMap(\.self)
        return interface
    }

    func ipConfigurations(_ spec: InterfaceSpec) -> [ARMValue] {
        (0..<spec.nic.ipConfigurations).map { index in
            let isPrimary = index == 0
            return [
                "name": .text("ipconfig\(index)"),
                "properties": .present([
                    "primary": .bool(isPrimary),
                    "subnet": .id(subnetID(spec.nic.subnet)),
                    "privateIPAllocationMethod": isPrimary && spec.address != nil ? "Static" : "Dynamic",
                    "privateIPAddress": isPrimary ? spec.address.map { .text("\($0)") } : nil,
                    "loadBalancerBackendAddressPools": isPrimary && !spec.pools.isEmpty
                        ? .array(spec.pools.map { .id($0) }) : nil,
                ]),
            ]
        }
    }

    /// The same ipConfigurations as a loop, for templates that would be too large without.
    private func addressLoop(_ spec: InterfaceSpec) -> ARMValue {
        let index = ARMExpression.copyIndex(of: Self.addressLoop)
        let isPrimary = ARMExpression.call("equals", [index, .integer(0)])
        let pools = ARMExpression.call(
            "createArray", spec.pools.map { .call("createObject", ["id", $0]) })
        return [
            "name": .text(Self.addressLoop),
            "count": .integer(spec.nic.ipConfigurations),
            "input": [
                "name": .expression(.concat("ipconfig", index)),
                "properties": .present([
                    "primary": .expression(isPrimary),
                    "subnet": .id(subnetID(spec.nic.subnet)),
                    "privateIPAllocationMethod": "Dynamic",
                    "loadBalancerBackendAddressPools": spec.pools.isEmpty
                        ? nil : .expression(.call("if", [isPrimary, pools, .call("createArray", [])])),
                ]),
            ],
        ]
    }

    func osProfile(name: ARMValue, customData: ARMExpression?, isScaleSet: Bool = false) -> ARMValue {
        osProfile(
            name: name, customData: customData, isScaleSet: isScaleSet, user: plan.access.adminUsername,
            keys: plan.access.publicKeys)
    }

    func osProfile(
        name: ARMValue, customData: ARMExpression?, isScaleSet: Bool, user: String, keys: [String]
    ) -> ARMValue {
        .present([
            (isScaleSet ? "computerNamePrefix" : "computerName"): name,
            "adminUsername": .text(user),
            "customData": customData.map { .expression(.base64($0)) },
            "linuxConfiguration": [
                "disablePasswordAuthentication": true,
                "ssh": [
                    "publicKeys": .array(
                        keys.map {
                            ["path": .text("/home/\(user)/.ssh/authorized_keys"), "keyData": .text($0)]
                        })
                ],
            ],
            "secrets": plan.access.vaultCertificates.isEmpty
                ? nil
                : .array(
                    plan.access.vaultCertificates.map { certificates in
                        [
                            "sourceVault": .id(certificates.vaultID),
                            "vaultCertificates": .array(
                                certificates.certificateURLs.map { ["certificateUrl": .text($0)] }),
                        ]
                    }),
        ])
    }

    func imageReference(_ image: ImagePlan) -> ARMValue {
        switch image {
        case .marketplace(let publisher, let offer, let sku, let version):
            return [
                "publisher": .text(publisher), "offer": .text(offer), "sku": .text(sku),
                "version": .text(version),
            ]
        case .custom(let id):
            let scope: [ARMExpression] =
                id.subscription.map { [.string($0), .string(id.resourceGroup)] } ?? [
                    .string(id.resourceGroup)
                ]
            guard let gallery = id.gallery else {
                return .id(.call("resourceId", scope + ["Microsoft.Compute/images", .string(id.name)]))
            }
            guard let version = id.version else {
                return .id(
                    .call(
                        "resourceId",
                        scope + ["Microsoft.Compute/galleries/images", .string(gallery), .string(id.name)]))
            }
            return .id(
                .call(
                    "resourceId",
                    scope + [
                        "Microsoft.Compute/galleries/images/versions", .string(gallery), .string(id.name),
                        .string(version),
                    ]))
        }
    }

    func storageProfile(_ machine: MachinePlan, dataDisks: [ARMValue], encryptionSet: String? = nil)
        -> ARMValue
    {
        let managedDisk = ARMValue.present([
            "storageAccountType": .text(machine.hasEphemeralOSDisk ? "Standard_LRS" : machine.diskSKU),
            "diskEncryptionSet": encryptionSet.map { .id($0) },
        ])
        return .present([
            "imageReference": imageReference(machine.image),
            "osDisk": .present([
                "createOption": "FromImage",
                "caching": .text(machine.osDiskCaching.rawValue),
                "diskSizeGB": machine.osDiskSizeGB.map { .integer($0) },
                "diffDiskSettings": machine.hasEphemeralOSDisk ? ["option": "Local"] : nil,
                "managedDisk": managedDisk,
            ]),
            "dataDisks": dataDisks.isEmpty ? nil : .array(dataDisks),
        ])
    }

    func dataDisk(
        lun: Int, sizeGB: Int, caching: DiskCaching, sku: String, encryptionSet: String? = nil
    ) -> ARMValue {
        [
            "lun": .integer(lun),
            "createOption": "Empty",
            "diskSizeGB": .integer(sizeGB),
            "caching": .text(caching.rawValue),
            "managedDisk": .present([
                "storageAccountType": .text(sku), "diskEncryptionSet": encryptionSet.map { .id($0) },
            ]),
        ]
    }

    /// What machines and the instances of scale sets have alike.
    func securityProfile(_ machine: MachinePlan) -> ARMValue? {
        machine.encryptionAtHost ? ["encryptionAtHost": true] : nil
    }

    func additionalCapabilities(_ machine: MachinePlan) -> ARMValue? {
        machine.ultraSSDEnabled ? ["ultraSSDEnabled": true] : nil
    }

    func availabilitySet(_ set: AvailabilitySetPlan) -> Resource {
        var resource = Resource(.availabilitySet, .string(set.name))
        resource.tags = tags()
        resource.sku = ["name": "Aligned"]
        resource.properties = [
            "platformFaultDomainCount": .integer(set.faultDomains ?? 2),
            "platformUpdateDomainCount": .integer(set.updateDomains),
        ]
        return resource
    }
}
