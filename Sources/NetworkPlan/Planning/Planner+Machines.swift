import AddressPlan
import Addressing
import Catalogue
import ClusterModel
import Findings

extension Planner {
    func masters() throws(PlanGap) -> MastersPlan {
        let profile = properties.masterProfile
        let path = Paths.masterProfile
        let demand = try addresses.masters.orGap(path)
        let block = try addresses.staticBlock.orGap(path["firstConsecutiveStaticIP"])
        let zones = profile.machine.availabilityZones
        let machines = block.masters.enumerated().map { index, address in
            MastersPlan.Master(
                name: "\(name)-master-\(index)", nicName: "\(name)-master-\(index)-nic", address: address,
                zone: zones.isEmpty ? nil : zones[index % zones.count])
        }
        let set = AvailabilitySetPlan(
            name: "\(name)-masters", faultDomains: profile.machine.platformFaultDomainCount,
            updateDomains: profile.machine.platformUpdateDomainCount ?? Self.standardUpdateDomains)
        return MastersPlan(
            machines: machines,
            machine: try machine(
                profile.machine, accelerated: nil, pods: demand.maxPods, at: path),
            nic: try nic(demand), availabilitySet: zones.isEmpty ? set : nil,
            etcdDiskSizeGB: etcdDiskSizeGB(),
            customFiles: try customFiles(), kubeletFlags: kubeletFlags(profile.machine))
    }

    func pools() throws(PlanGap) -> [PoolPlan] {
        var plans: [PoolPlan] = []
        for (index, profile) in properties.agentPoolProfiles.enumerated() {
            plans.append(try pool(profile, addresses.profiles[index + 1], at: Paths.agentPoolProfiles[index]))
        }
        return plans
    }

    private func pool(
        _ profile: AgentPoolProfile, _ demand: ProfileDemand, at path: ModelPath
    ) throws(PlanGap) -> PoolPlan {
        let poolName = try profile.name.orGap(path["name"])
        let resourceName = "\(name)-\(poolName)"
        return PoolPlan(
            name: poolName, resourceName: resourceName, count: demand.count, maxSurge: demand.maxSurge,
            machine: try machine(
                profile.machine, accelerated: profile.acceleratedNetworkingEnabled, pods: demand.maxPods,
                at: path),
            nic: try nic(demand), arrangement: arrangement(profile, resourceName, count: demand.count),
            dataDiskSizesGB: profile.diskSizesGB, dataDiskCaching: profile.dataDiskCachingType,
            diskEncryptionSetID: profile.diskEncryptionSetID, labels: labels(profile),
            taints: taints(profile.machine), kubeletFlags: kubeletFlags(profile.machine),
            loadBalancerBackendAddressPoolIDs: profile.loadBalancerBackendAddressPoolIDs)
    }

    /// Update domains of an availability set where the model says none, as in aks-engine.
    private static let standardUpdateDomains = 3
    /// Machines that one placement group holds.
    private static let placementGroupSize = 100

    private func arrangement(_ profile: AgentPoolProfile, _ resourceName: String, count: Int)
        -> PoolPlan.Arrangement
    {
        let machine = profile.machine
        if machine.availabilityProfile == .availabilitySet {
            return .availabilitySet(
                AvailabilitySetPlan(
                    name: "\(resourceName)-set", faultDomains: machine.platformFaultDomainCount,
                    updateDomains: machine.platformUpdateDomainCount ?? Self.standardUpdateDomains))
        }
        let isSpot = profile.scaleSetPriority != .regular
        return .scaleSet(
            ScaleSetPlan(
                zones: machine.availabilityZones,
                singlePlacementGroup: machine.singlePlacementGroup ?? false,
                overprovision: profile.vmssOverProvisioningEnabled,
                hasNodePublicIP: profile.enableVMSSNodePublicIP,
                faultDomains: machine.platformFaultDomainCount,
                spot: isSpot
                    ? SpotPlan(
                        evictionPolicy: profile.scaleSetEvictionPolicy ?? .delete,
                        maxPrice: profile.spotMaxPrice ?? -1) : nil))
    }

    private func nic(_ demand: ProfileDemand) throws(PlanGap) -> NICPlan {
        NICPlan(
            subnet: try demand.subnet.orGap(demand.subnetPath), ipConfigurations: demand.ipAddressCount,
            maxPods: demand.maxPods)
    }

    func machine(
        _ profile: MachineProfile, accelerated: Bool?, pods: Int, at path: ModelPath
    ) throws(PlanGap) -> MachinePlan {
        let written = try profile.vmSize.orGap(path["vmSize"])
        let size = try inputs.catalogues.vmSizes[written].orGap(path["vmSize"])
        return MachinePlan(
            vmSize: size.name, image: image(profile.imageReference, size), osDiskSizeGB: profile.osDiskSizeGB,
            osDiskCaching: profile.storageProfile == .ephemeral ? .readOnly : profile.osDiskCachingType,
            hasEphemeralOSDisk: profile.storageProfile == .ephemeral,
            diskSKU: size.premiumStorage ? "Premium_LRS" : "StandardSSD_LRS",
            acceleratedNetworking: accelerated ?? (size.acceleratedNetworking != .no),
            proximityPlacementGroupID: profile.proximityPlacementGroupID,
            ultraSSDEnabled: profile.ultraSSDEnabled,
            encryptionAtHost: profile.encryptionAtHost, tags: profile.customVMTags,
            sysctls: profile.sysctldConfig,
            reserved: ReservedPlan(vCPUs: size.vCPUs, memoryGiB: size.memoryGiB, pods: pods))
    }

    /// The current Ubuntu LTS, for the size's generation, unless the model brings an image.
    private func image(_ reference: ImageReference?, _ size: VMSize) -> ImagePlan {
        if let reference, let image = reference.name, let group = reference.resourceGroup {
            return .custom(
                .init(
                    subscription: reference.subscriptionId, resourceGroup: group, gallery: reference.gallery,
                    name: image, version: reference.version))
        }
        return .marketplace(
            publisher: "Canonical", offer: "ubuntu-24_04-lts",
            sku: size.generation2 ? "server" : "server-gen1",
            version: "latest")
    }

    /// What the model says, else by the number of nodes, as in both old tools.
    private func etcdDiskSizeGB() -> Int {
        if let said = kubernetesConfig.components.etcdDiskSizeGB.flatMap({ Int($0) }) { return said }
        return switch addresses.agentNodes {
        case ...3: 256
        case ...10: 512
        case ...20: 1024
        default: 2048
        }
    }

    private func customFiles() throws(PlanGap) -> [CustomFileContents] {
        var files: [CustomFileContents] = []
        for (index, file) in properties.masterProfile.customFiles.enumerated() {
            let path = Paths.masterProfile["customFiles"][index]
            let source = try file.source.orGap(path["source"])
            files.append(
                CustomFileContents(
                    path: try file.dest.orGap(path["dest"]),
                    bytes: try inputs.customFiles[source].orGap(path["source"])))
        }
        return files
    }
}
