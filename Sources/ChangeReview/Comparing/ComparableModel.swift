import AddressPlan
import ClusterModel
import Findings
import JSONText
import NetworkPlan

/// A model in which everything is said that its plan decided, so that what is merely written otherwise is equal.
struct ComparableModel {
    /// The model's values.
    let json: JSONValue
    /// Secrets by path; they are in no JSON.
    let secrets: [(pattern: String, path: ModelPath, identity: String, secret: Secret)]

    init(_ side: ClusterSide) {
        var cluster = CompletedModel.complete(side.cluster, side.addresses, side.plan)
        cluster.apiVersion = nil
        cluster.id = nil
        cluster.name = nil
        Self.settle(&cluster.properties.orchestratorProfile.kubernetesConfig, side)
        Self.settle(&cluster.properties.masterProfile, side)
        for (index, pool) in side.plan.pools.enumerated() {
            Self.settle(
                &cluster.properties.agentPoolProfiles[index], pool, side.addresses.profiles[index + 1])
        }
        Self.settle(&cluster.properties.networkProfile, side)
        cluster.properties.downloads = side.plan.kubernetes.downloads.map {
            var download = Download()
            download.name = $0.name
            download.url = $0.url
            download.sha256 = $0.sha256
            return download
        }
        if side.plan.keyAlgorithm == .ecdsaP256 { cluster.properties.certificateProfile?.keyAlgorithm = nil }
        json = cluster.json
        secrets = SecretKeys.all(of: side.cluster.properties)
    }

    private static func settle(_ config: inout KubernetesConfig, _ side: ClusterSide) {
        // What they say is said by each profile.
        config.network.clusterSubnet = nil
        config.network.maxPods = nil
        config.components.kubeletConfig = StringMap()
        // Flags that slipway sets itself, or that Kubernetes has lost, are left out.
        let kubernetes = side.plan.kubernetes
        config.components.apiServerConfig = map(kubernetes.apiServerFlags)
        config.components.controllerManagerConfig = map(kubernetes.controllerManagerFlags)
        config.components.schedulerConfig = map(kubernetes.schedulerFlags)
        config.components.cloudControllerManagerConfig = map(kubernetes.cloudControllerManagerFlags)
        // The identity that is called after the cluster.
        if config.safety.userAssignedID == "\(side.plan.name)-identity" { config.safety.userAssignedID = nil }
        config.network.privateCluster = config.network.privateCluster ?? PrivateCluster()
        if let box = side.plan.jumpbox {
            config.network.privateCluster?.jumpboxProfile?.vmSize = box.machine.vmSize
            config.network.privateCluster?.jumpboxProfile?.osDiskSizeGB = box.machine.osDiskSizeGB
            config.network.privateCluster?.jumpboxProfile?.username = box.username
        } else {
            config.network.privateCluster?.jumpboxProfile = nil
        }
        let said = config.components.addons
        config.components.addons = side.plan.kubernetes.addons.map { plan in
            var addon = said.first { $0.name == plan.name } ?? Addon()
            addon.name = plan.name
            addon.enabled = plan.isEnabled
            addon.mode = plan.reconciles ? .reconcile : .ensureExists
            return addon
        }
        let calls = config.cloudProvider
        config.cloudProvider.cloudProviderRateLimitQPSWrite =
            calls.cloudProviderRateLimitQPSWrite ?? calls.cloudProviderRateLimitQPS
        config.cloudProvider.cloudProviderRateLimitBucketWrite =
            calls.cloudProviderRateLimitBucketWrite ?? calls.cloudProviderRateLimitBucket
    }

    private static func settle(_ profile: inout MasterProfile, _ side: ClusterSide) {
        profile.dnsPrefix = side.plan.name
        // The VNet's space says it.
        profile.vnetCidr = nil
        settle(&profile.machine, side.plan.masters.kubeletFlags, side.addresses.profiles.first)
        if side.plan.masters.availabilitySet != nil {
            profile.machine.platformFaultDomainCount =
                profile.machine.platformFaultDomainCount ?? standardFaultDomains
        }
    }

    private static func settle(_ profile: inout AgentPoolProfile, _ pool: PoolPlan, _ demand: ProfileDemand) {
        settle(&profile.machine, pool.kubeletFlags, demand)
        profile.customNodeLabels = sorted(pool.labels)
        if !pool.taints.isEmpty {
            profile.machine.kubernetesConfig.kubeletConfig[taintsFlag] = pool.taints.joined(separator: ",")
        }
        if case .availabilitySet = pool.arrangement {
            profile.machine.platformFaultDomainCount =
                profile.machine.platformFaultDomainCount ?? standardFaultDomains
        }
    }

    private static func settle(
        _ machine: inout MachineProfile, _ flags: [CommandFlag], _ demand: ProfileDemand?
    ) {
        // Subnets are compared by their names and prefixes in the plans.
        machine.subnet = nil
        machine.vnetSubnetID = nil
        machine.kubernetesConfig.maxPods = demand?.maxPods
        machine.kubernetesConfig.kubeletConfig = map(flags.filter { !asked.contains($0.name) })
    }

    private static func map(_ flags: [CommandFlag]) -> StringMap {
        var map = StringMap()
        for flag in flags { map[flag.name] = flag.value }
        return map
    }

    private static func settle(_ network: inout NetworkProfile, _ side: ClusterSide) {
        network.vnet.addressSpace = side.addresses.vnet.compactMap(\.prefix).map { "\($0)" }
        network.vnet.id = nil
        for reserved in side.addresses.reserved {
            let address = reserved.address.map { "\($0)" }
            switch reserved.owner {
            case .privateEndpoint(let index): network.privateEndpoints[index].privateIPAddress = address
            case .publicAddress(let index): network.publicAddresses[index].privateIPAddress = address
            case .jumpbox: break
            }
        }
        for (index, endpoint) in network.privateEndpoints.enumerated() {
            network.privateEndpoints[index].dnsZone =
                endpoint.dnsZone ?? endpoint.groupID.flatMap(PrivateEndpointProfile.standardZone(ofGroup:))
        }
    }

    private static func sorted(_ map: StringMap) -> StringMap {
        var sorted = StringMap()
        for entry in map.entries.sorted(by: { $0.key < $1.key }) { sorted[entry.key] = entry.value }
        return sorted
    }

    /// Azure's number of fault domains of an availability set where the model says none.
    private static let standardFaultDomains = 2
    static let taintsFlag = "--register-with-taints"
    static let labelsFlag = "--node-labels"
    static let maxPodsFlag = "--max-pods"
    /// Flags whose values the plan holds apart.
    private static let asked: Set<String> = [taintsFlag, labelsFlag, maxPodsFlag]
}
