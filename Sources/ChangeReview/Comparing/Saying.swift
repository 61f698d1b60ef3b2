import AddressPlan
import ClusterModel
import Findings

/// Finds the place at which a model says a value that a plan holds for each profile.
enum Saying {
    /// Moves `change` to where its value is said: a profile's value may stand in the cluster's settings.
    static func settle(_ change: inout KeyChange, _ old: ClusterSide, _ new: ClusterSide) {
        if change.row.pattern == "properties.orchestratorProfile.orchestratorVersion" {
            change.path = versionPath(new)
            change.oldPath = versionPath(old)
        }
        if change.row.pattern == "properties.networkProfile.vnet.addressSpace" {
            change.path = spacePath(new) ?? change.path
            change.oldPath = spacePath(old) ?? change.oldPath
        }
        guard let machines = change.machines else { return }
        if change.row.pattern.hasSuffix(".kubernetesConfig.maxPods") {
            if let path = demand(machines, new)?.maxPodsPath { change.path = path }
            if let path = demand(machines, old)?.maxPodsPath { change.oldPath = path }
        }
        if change.row.pattern.hasSuffix(".kubernetesConfig.kubeletConfig"),
            case .key(let flag)? = change.path.steps.last
        {
            change.path = flagPath(flag, change.path, machines, new, orIn: old)
            change.oldPath = flagPath(flag, change.oldPath, machines, old, orIn: new)
        }
        if change.row.pattern.hasSuffix(".ipAddressCount"), profile(machines, new)?.ipAddressCount == nil,
            let path = demand(machines, new)?.maxPodsPath
        {
            change.path = path
        }
    }

    private static func versionPath(_ side: ClusterSide) -> ModelPath {
        let profile = side.cluster.properties.orchestratorProfile
        let path = ModelPath.properties["orchestratorProfile"]
        return profile.orchestratorVersion == nil && profile.orchestratorRelease != nil
            ? path["orchestratorRelease"] : path["orchestratorVersion"]
    }

    /// Where the VNet's space is said: in a list of ranges, or in a key of its own.
    private static func spacePath(_ side: ClusterSide) -> ModelPath? {
        guard let path = side.addresses.vnet.first?.path else { return nil }
        if case .index? = path.steps.last { return path.parent }
        return path
    }

    /// The profile's own flag where either side has one there, else the cluster's.
    private static func flagPath(
        _ flag: String, _ path: ModelPath, _ machines: String, _ side: ClusterSide, orIn other: ClusterSide
    ) -> ModelPath {
        let isOwn = [side, other].contains {
            profile(machines, $0)?.kubernetesConfig.kubeletConfig[flag] != nil
        }
        return isOwn ? path : Paths.kubernetesConfig["kubeletConfig"][flag]
    }

    private static func demand(_ machines: String, _ side: ClusterSide) -> ProfileDemand? {
        machines == ClusterSide.masters ? side.addresses.masters : side.demand(of: machines)
    }

    private static func profile(_ machines: String, _ side: ClusterSide) -> MachineProfile? {
        let properties = side.cluster.properties
        return machines == ClusterSide.masters
            ? properties.masterProfile.machine
            : properties.agentPoolProfiles.first { $0.name == machines }?.machine
    }
}
