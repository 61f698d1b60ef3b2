public import AddressPlan
public import ClusterModel

/// The model with every default filled in, so that the next slipway, whose defaults may differ, makes the same cluster.
public enum CompletedModel {
    /// `cluster` with what `plan` and `addresses` decided where the model said nothing.
    public static func complete(_ cluster: Cluster, _ addresses: AddressPlan, _ plan: ClusterPlan) -> Cluster
    {
        var cluster = cluster
        cluster.location = plan.location
        complete(&cluster.properties.orchestratorProfile, addresses, plan)
        complete(&cluster.properties.masterProfile, addresses, plan)
        for (index, demand) in addresses.pools.enumerated() {
            let poolPlan = plan.pools[index]
            complete(&cluster.properties.agentPoolProfiles[index].machine, demand, poolPlan.machine)
            cluster.properties.agentPoolProfiles[index].acceleratedNetworkingEnabled =
                poolPlan.machine.acceleratedNetworking
            complete(&cluster.properties.agentPoolProfiles[index], poolPlan.arrangement)
        }
        if case .own(_, let space) = plan.network.vnet {
            cluster.properties.networkProfile.vnet.addressSpace = space.map { "\($0)" }
        }
        return cluster
    }

    private static func complete(
        _ profile: inout OrchestratorProfile, _ addresses: AddressPlan, _ plan: ClusterPlan
    ) {
        profile.orchestratorType = "Kubernetes"
        profile.orchestratorRelease = nil
        profile.orchestratorVersion = plan.kubernetes.version
        let network = plan.network
        if !addresses.isExistingVNet {
            let said = profile.kubernetesConfig.network.clusterSubnet
            profile.kubernetesConfig.network.clusterSubnet = said ?? AddressPlan.standardClusterSubnet
        } else {
            profile.kubernetesConfig.network.clusterSubnet = nil
        }
        profile.kubernetesConfig.network.serviceCidr = "\(network.serviceCidr)"
        profile.kubernetesConfig.network.dnsServiceIP = "\(network.dnsServiceIP)"
        profile.kubernetesConfig.network.maxPods =
            profile.kubernetesConfig.network.maxPods ?? AddressPlan.standardMaxPods
        profile.kubernetesConfig.network.loadBalancerSku = "Standard"
        profile.kubernetesConfig.components.etcdDiskSizeGB = "\(plan.masters.etcdDiskSizeGB)"
        profile.kubernetesConfig.components.etcdVersion = nil
        switch plan.identity {
        case .managedIdentity(let name):
            profile.kubernetesConfig.safety.useManagedIdentity = true
            profile.kubernetesConfig.safety.userAssignedID = name
        case .existingManagedIdentity(let id):
            profile.kubernetesConfig.safety.useManagedIdentity = true
            profile.kubernetesConfig.safety.userAssignedID = id
        case .servicePrincipal: profile.kubernetesConfig.safety.useManagedIdentity = false
        }
    }

    private static func complete(
        _ profile: inout MasterProfile, _ addresses: AddressPlan, _ plan: ClusterPlan
    ) {
        if let demand = addresses.masters { complete(&profile.machine, demand, plan.masters.machine) }
        profile.firstConsecutiveStaticIP = plan.masters.machines.first.map { "\($0.address)" }
        profile.internalLoadBalancerIP = "\(plan.apiServer.internalAddress)"
        if let set = plan.masters.availabilitySet {
            profile.machine.availabilityProfile = .availabilitySet
            profile.machine.platformUpdateDomainCount = set.updateDomains
        }
    }

    private static func complete(
        _ profile: inout MachineProfile, _ demand: ProfileDemand, _ plan: MachinePlan
    ) {
        profile.vmSize = plan.vmSize
        profile.ipAddressCount = demand.ipAddressCount
        profile.osDiskCachingType = plan.osDiskCaching
        profile.distro = nil
        if profile.kubernetesConfig.kubeletConfig["--max-pods"] == nil {
            profile.kubernetesConfig.maxPods = demand.maxPods
        }
    }

    private static func complete(_ profile: inout AgentPoolProfile, _ arrangement: PoolPlan.Arrangement) {
        switch arrangement {
        case .availabilitySet(let set):
            profile.machine.availabilityProfile = .availabilitySet
            profile.machine.platformUpdateDomainCount = set.updateDomains
        case .scaleSet(let set):
            profile.machine.availabilityProfile = .virtualMachineScaleSets
            profile.machine.singlePlacementGroup = set.singlePlacementGroup
            if profile.scaleSetPriority == .low { profile.scaleSetPriority = .spot }
            if let spot = set.spot {
                profile.scaleSetEvictionPolicy = spot.evictionPolicy
                profile.spotMaxPrice = spot.maxPrice
            }
        }
    }
}
