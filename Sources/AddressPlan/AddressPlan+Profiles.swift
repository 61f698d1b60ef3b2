import Addressing
import ClusterModel
import Findings

extension AddressPlan {
    /// Takes down each profile's demand and finds or makes its subnet.
    mutating func addProfiles(of properties: Properties) {
        var catalogue = SubnetCatalogue(properties)
        let kubernetes = properties.orchestratorProfile.kubernetesConfig
        let master = properties.masterProfile
        add(
            .masters, name: "masters", machine: master.machine, count: master.count ?? 0, surge: 0,
            at: Paths.masterProfile, kubernetes, &catalogue)
        for (index, pool) in properties.agentPoolProfiles.enumerated() {
            add(
                .pool(index), name: pool.name ?? "\(index)", machine: pool.machine, count: pool.count ?? 0,
                surge: pool.maxSurge, at: Paths.agentPoolProfiles[index], kubernetes, &catalogue)
        }
        subnets = catalogue.finish()
        written += catalogue.written
        for profile in profiles {
            guard let index = profile.subnet else { continue }
            let isMasters = profile.owner == .masters
            subnets[index].hasMasters = subnets[index].hasMasters || isMasters
            // One address more in the masters' subnet: the frontend of the API server's load balancer.
            subnets[index].needed += profile.needed + (isMasters ? 1 : 0)
            subnets[index].peak += profile.needed + profile.surge + (isMasters ? 1 : 0)
            // A master's own address is fixed; its pods' addresses are Azure's choice.
            subnets[index].dynamic +=
                isMasters ? profile.count * profile.podAddresses : profile.needed + profile.surge
        }
    }

    private mutating func add(
        _ owner: ProfileDemand.Owner, name: String, machine: MachineProfile, count: Int, surge: Int,
        at path: ModelPath, _ kubernetes: KubernetesConfig, _ catalogue: inout SubnetCatalogue
    ) {
        let (maxPods, maxPodsPath) = Self.maxPods(of: machine, at: path, kubernetes)
        // Beyond ten million everything is refused anyway; the bound keeps products and sums from overflowing.
        let bounded = { (number: Int) in min(max(number, 0), 10_000_000) }
        let (subnet, subnetPath) = catalogue.subnet(of: machine, at: path)
        profiles.append(
            ProfileDemand(
                owner: owner, name: name, path: path, count: bounded(count), maxSurge: bounded(surge),
                maxPods: bounded(maxPods), maxPodsPath: maxPodsPath,
                ipAddressCount: bounded(machine.ipAddressCount ?? 1 + bounded(maxPods)), subnet: subnet,
                subnetPath: subnetPath))
    }

    /// The first that is said: the profile's kubelet flag, its `maxPods`, the cluster's flag, the cluster's `maxPods`.
    private static func maxPods(
        of machine: MachineProfile, at path: ModelPath, _ kubernetes: KubernetesConfig
    ) -> (Int, ModelPath) {
        let flag = "--max-pods"
        let profilePath = path["kubernetesConfig"]
        if let text = machine.kubernetesConfig.kubeletConfig[flag], let number = Int(text) {
            return (number, profilePath["kubeletConfig"][flag])
        }
        if let number = machine.kubernetesConfig.maxPods { return (number, profilePath["maxPods"]) }
        if let text = kubernetes.components.kubeletConfig[flag], let number = Int(text) {
            return (number, Paths.kubernetesConfig["kubeletConfig"][flag])
        }
        if let number = kubernetes.network.maxPods { return (number, Paths.kubernetesConfig["maxPods"]) }
        return (standardMaxPods, Paths.kubernetesConfig["maxPods"])
    }
}
