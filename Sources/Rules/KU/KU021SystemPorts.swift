import AddressPlan
import Catalogue
import ClusterModel
import Findings

/// A flag gives a program a port that another program of the machine has, or none at all.
///
/// The second one to start cannot listen, ends, and is started again for ever: kubelet of a node, or a part of the control
/// plane.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       schedulerConfig:
///         --secure-port: "10257"
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       schedulerConfig:
///         --secure-port: "10270"
/// ```
///
/// Source: Kubernetes, "Ports and Protocols"; Microsoft Learn, "Azure Virtual Network FAQ": port 65330.
enum SystemPorts: Rule {
    static let id = RuleID("KU021", "SystemPorts")

    /// The flags that give ports, with those that hold where nobody says otherwise.
    private static let flags: [(component: KubernetesComponent, flag: String, standard: Int)] = [
        (.kubelet, "--port", 10250), (.kubelet, "--healthz-port", 10248),
        (.controllerManager, "--secure-port", 10257), (.scheduler, "--secure-port", 10259),
        (.cloudControllerManager, "--secure-port", 10268),
    ]
    /// Ports that no flag moves, on every machine.
    private static let everywhere: [(port: Int, owner: String)] = [
        (22, "SSH"), (53, "DNS"), (10249, "kube-proxy"), (10256, "kube-proxy"), (65330, "Azure"),
    ]
    /// Ports that no flag moves, on masters.
    private static let onMasters: [(port: Int, owner: String)] = [
        (2379, "etcd"), (2380, "etcd"), (2381, "etcd"), (6443, "the API server"),
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        let said = written(context)
        return said.compactMap { place in
            guard let port = Int(place.text), (1...65_535).contains(port) else {
                return Finding(
                    id, .error, at: place.path, "\"\(place.text)\" is no port: 1 to 65535",
                    remedy: "remove \(place.flag)")
            }
            guard let owner = owner(of: port, besides: place, among: said) else { return nil }
            return Finding(
                id, .error, at: place.path, "port \(port) is \(owner)'s already",
                remedy: "remove \(place.flag)")
        }
    }

    private struct Place {
        var component: KubernetesComponent
        var flag: String
        var text: String
        var path: ModelPath
        /// Whether it is about a pool's machines only, on which no control plane runs.
        var isPools: Bool
    }

    private static func written(_ context: RuleContext) -> [Place] {
        let components = context.kubernetesConfig.components
        let clusters: [(KubernetesComponent, StringMap, String)] = [
            (.kubelet, components.kubeletConfig, "kubeletConfig"),
            (.controllerManager, components.controllerManagerConfig, "controllerManagerConfig"),
            (.scheduler, components.schedulerConfig, "schedulerConfig"),
            (
                .cloudControllerManager, components.cloudControllerManagerConfig,
                "cloudControllerManagerConfig"
            ),
        ]
        let maps: [(KubernetesComponent, StringMap, ModelPath, Bool)] =
            clusters.map { ($0, $1, Paths.kubernetesConfig[$2], false) }
            + context.machines.map {
                (
                    KubernetesComponent.kubelet, $0.machine.kubernetesConfig.kubeletConfig,
                    $0.path["kubernetesConfig"]["kubeletConfig"], !$0.isMasters
                )
            }
        return maps.flatMap { component, map, path, isPools in
            flags.filter { $0.component == component }.compactMap { entry in
                map[entry.flag].map {
                    Place(
                        component: component, flag: entry.flag, text: $0, path: path[entry.flag],
                        isPools: isPools)
                }
            }
        }
    }

    /// Who has `port` beside the flag at `place`: what no flag moves, or another flag's or program's own.
    private static func owner(of port: Int, besides place: Place, among said: [Place]) -> String? {
        let fixed = everywhere + (place.isPools ? [] : onMasters)
        if let owner = fixed.first(where: { $0.port == port })?.owner { return owner }
        let other = flags.first { entry in
            guard !place.isPools || entry.component == .kubelet else { return false }
            guard entry.component != place.component || entry.flag != place.flag else { return false }
            let written = said.filter { $0.component == entry.component && $0.flag == entry.flag }
            return written.contains { Int($0.text) == port } || (written.isEmpty && entry.standard == port)
        }
        return other?.component.rawValue
    }
}
