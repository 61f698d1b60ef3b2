import Addressing
import ClusterModel
import NetworkTopology

extension Planner {
    func services() -> ServicesPlan? {
        guard let profile = properties.networkProfile.services else { return nil }
        let named = profile.internalSubnet.flatMap { topology.subnet(named: $0) }
        let standard = topology.machines.dropFirst().first?.subnet ?? topology.machines.first?.subnet ?? 0
        let index = named ?? standard
        return ServicesPlan(
            internalSubnet: topology.subnets.indices.contains(index) ? topology.subnets[index].name : "",
            allowedSources: profile.allowedSources.compactMap { IPv4PrefixText($0)?.masked },
            idleTimeoutInMinutes: profile.idleTimeoutInMinutes, healthProbeMode: profile.healthProbeMode)
    }
}
