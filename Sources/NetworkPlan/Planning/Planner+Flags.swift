import Catalogue
import ClusterModel

extension Planner {
    /// The flags of `map` that slipway neither sets itself nor knows to be gone; rules warn about the others.
    func flags(_ map: StringMap, of component: KubernetesComponent) -> [CommandFlag] {
        map.entries.filter { !component.owns($0.key) && !component.hasLost($0.key) }.map {
            CommandFlag($0.key, $0.value)
        }
    }

    /// kubelet's flags on `machine`: the cluster's, with the profile's above them.
    func kubeletFlags(_ machine: MachineProfile) -> [CommandFlag] {
        var map = kubernetesConfig.components.kubeletConfig
        for entry in machine.kubernetesConfig.kubeletConfig.entries { map[entry.key] = entry.value }
        return flags(map, of: .kubelet)
    }

    /// The pool's labels: its own, then those that flags give.
    func labels(_ profile: AgentPoolProfile) -> StringMap {
        var labels = profile.customNodeLabels
        let flag = "--node-labels"
        let text =
            profile.machine.kubernetesConfig.kubeletConfig[flag]
            ?? kubernetesConfig.components.kubeletConfig[flag] ?? ""
        for pair in text.split(separator: ",") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            labels[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
        }
        return labels
    }

    /// The taints with which nodes register.
    func taints(_ machine: MachineProfile) -> [String] {
        let flag = "--register-with-taints"
        let text =
            machine.kubernetesConfig.kubeletConfig[flag] ?? kubernetesConfig.components.kubeletConfig[flag]
            ?? ""
        return text.split(separator: ",").map(String.init)
    }
}
