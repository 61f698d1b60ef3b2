import Addressing
import ClusterModel
import NetworkPlan
import NetworkTopology

extension Renderer {
    /// The machine from which people reach a private cluster.
    func jumpboxResources() -> [Resource] {
        guard let box = plan.jumpbox else { return [] }
        var group = Resource(.networkSecurityGroup, .string(box.securityGroupName))
        group.tags = tags(role: "jumpbox")
        group.properties = [
            "securityRules": [
                Self.securityRule(
                    SecurityRule(
                        "allow-ssh", 100, .inbound, .allow, .tcp, from: [.tag(.internet)],
                        ports: [PortRange(22)]))
            ]
        ]
        let address = publicIP(box.publicIPName, label: nil)
        let fixed = plan.network.topology.jumpboxAddress
        var interface = Resource(.networkInterface, .string(box.nicName))
        interface.tags = tags(role: "jumpbox")
        interface.dependsOn = [group.reference, address.reference] + [vnet].compactMap(\.self)
        interface.properties = [
            "networkSecurityGroup": .id(group.reference.id),
            "ipConfigurations": [
                [
                    "name": "ipconfig0",
                    "properties": .present([
                        "primary": true,
                        "subnet": .id(subnetID(box.subnet)),
                        "privateIPAllocationMethod": fixed == nil ? "Dynamic" : "Static",
                        "privateIPAddress": fixed.map { .text("\($0)") },
                        "publicIPAddress": .id(address.reference.id),
                    ]),
                ]
            ],
        ]
        var machine = Resource(.virtualMachine, .string(box.name))
        machine.tags = tags(role: "jumpbox")
        machine.dependsOn = [interface.reference]
        machine.properties = [
            "hardwareProfile": ["vmSize": .text(box.machine.vmSize)],
            "osProfile": osProfile(
                name: .text(box.name), customData: nil, isScaleSet: false, user: box.username,
                keys: [box.publicKey]),
            "storageProfile": storageProfile(box.machine, dataDisks: []),
            "networkProfile": ["networkInterfaces": [.id(interface.reference.id)]],
        ]
        return [group, address, interface, machine]
    }
}
