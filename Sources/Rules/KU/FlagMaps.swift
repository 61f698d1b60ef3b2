import AddressPlan
import Catalogue
import ClusterModel
import Findings

extension RuleContext {
    /// Every map of flags of the cluster and of `machines`.
    static func flagMaps(
        _ kubernetesConfig: KubernetesConfig,
        _ machines: [(machine: MachineProfile, path: ModelPath, isMasters: Bool)]
    ) -> [(component: KubernetesComponent, flags: StringMap, path: ModelPath)] {
        let components = kubernetesConfig.components
        let cluster: [(KubernetesComponent, StringMap, ModelPath)] = [
            (.kubelet, components.kubeletConfig, Paths.kubernetesConfig["kubeletConfig"]),
            (.apiServer, components.apiServerConfig, Paths.kubernetesConfig["apiServerConfig"]),
            (
                .controllerManager, components.controllerManagerConfig,
                Paths.kubernetesConfig["controllerManagerConfig"]
            ),
            (.scheduler, components.schedulerConfig, Paths.kubernetesConfig["schedulerConfig"]),
            (
                .cloudControllerManager, components.cloudControllerManagerConfig,
                Paths.kubernetesConfig["cloudControllerManagerConfig"]
            ),
        ]
        return cluster
            + machines.map {
                (
                    .kubelet, $0.machine.kubernetesConfig.kubeletConfig,
                    $0.path["kubernetesConfig"]["kubeletConfig"]
                )
            }
    }

    /// kubelet's maps alone.
    var kubeletMaps: [(flags: StringMap, path: ModelPath)] {
        flagMaps.filter { $0.component == .kubelet }.map { ($0.flags, $0.path) }
    }
}
