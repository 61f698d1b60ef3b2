import ClusterModel
import NetworkPlan

extension Renderer {
    /// Each master: network interface, machine, extension.
    func masterResources() -> [Resource] {
        plan.masters.machines.enumerated().flatMap { index, master -> [Resource] in
            let pools = masterPools()
            let machine = plan.masters.machine
            var interface = networkInterface(
                InterfaceSpec(
                    name: .string(master.nicName), nic: plan.masters.nic, address: master.address,
                    pools: pools.map(\.id), acceleratedNetworking: machine.acceleratedNetworking),
                role: "master")
            interface.dependsOn += pools.map(\.owner)
            var resource = Resource(.virtualMachine, .string(master.name))
            resource.tags = tags(machine.tags, role: "master")
            resource.zones = master.zone.map { [$0] } ?? []
            resource.identity = identityValue(ofMasters: true)
            resource.dependsOn = [interface.reference] + [identity].compactMap(\.self)
            let set = plan.masters.availabilitySet.map { ResourceReference(.availabilitySet, $0.name) }
            resource.dependsOn += [set].compactMap(\.self)
            let userDataText = userDataText(
                userData.masters, shared: .variable("masterUserData"), DeploymentValue.ofMasters(plan))
            // Caching a disk that etcd syncs with every write is of no use and a risk.
            let disk = dataDisk(
                lun: 0, sizeGB: plan.masters.etcdDiskSizeGB, caching: DiskCaching.none, sku: machine.diskSKU)
            resource.properties = .present([
                "hardwareProfile": ["vmSize": .text(machine.vmSize)],
                "availabilitySet": set.map { .id($0.id) },
                "proximityPlacementGroup": machine.proximityPlacementGroupID.map { .id($0) },
                "additionalCapabilities": additionalCapabilities(machine),
                "securityProfile": securityProfile(machine),
                "osProfile": osProfile(name: .text(master.name), customData: userDataText),
                "storageProfile": storageProfile(machine, dataDisks: [disk]),
                "networkProfile": ["networkInterfaces": [.id(interface.reference.id)]],
            ])
            var bringUp = Resource(
                .virtualMachineExtension, .string(master.name), .string(Self.extensionName))
            bringUp.tags = tags(role: "master")
            bringUp.dependsOn = [resource.reference]
            bringUp.properties = bringUpExtension(secrets: secrets(ofMaster: index))
            return [interface, resource, bringUp]
        }
    }
}
