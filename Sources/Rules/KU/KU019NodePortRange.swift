import AddressPlan
import ClusterModel
import Findings
import JSONText

/// The range of node ports holds ports that the machines need themselves, or is none.
///
/// kube-proxy would catch what is meant for SSH, kubelet, etcd or the API server as soon as a service gets that port.
///
/// ## Wrong
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --service-node-port-range: 6000-7000
/// ```
///
/// ## Right
/// ```yaml
/// properties:
///   orchestratorProfile:
///     kubernetesConfig:
///       apiServerConfig:
///         --service-node-port-range: 30000-32767
/// ```
///
/// Source: Kubernetes, "Ports and Protocols"; Microsoft Learn, "Azure Virtual Network FAQ": port 65330.
enum NodePortRange: Rule {
    static let id = RuleID("KU019", "NodePortRange")
    private static let flag = "--service-node-port-range"
    private static let ports: [(port: Int, owner: String)] = [
        (22, "SSH"), (53, "DNS"), (2379, "etcd"), (2380, "etcd"), (6443, "the API server"),
        (10248, "kubelet"), (10249, "kube-proxy"), (10250, "kubelet"), (10256, "kube-proxy"),
        (10257, "kube-controller-manager"), (10258, "the cloud controller manager"),
        (10259, "kube-scheduler"), (65330, "Azure"),
    ]

    static func findings(in context: RuleContext) -> [Finding] {
        guard let text = context.kubernetesConfig.components.apiServerConfig[flag] else { return [] }
        let path = Paths.kubernetesConfig["apiServerConfig"][flag]
        let bounds = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] <= bounds[1], (1...65_535).contains(bounds[0]), bounds[1] <= 65_535
        else {
            return [
                Finding(
                    id, .error, at: path, "\"\(text)\" is no range of ports", remedy: "write 30000-32767",
                    fix: .unsafe(.replace(path, "30000-32767")))
            ]
        }
        let met = ports.filter { (bounds[0]...bounds[1]).contains($0.port) }
        guard !met.isEmpty else { return [] }
        return [
            Finding(
                id, .error, at: path,
                "the range \(text) holds \(met.map { "\($0.port) of \($0.owner)" }.joined(separator: ", "))",
                remedy: "write 30000-32767", fix: .unsafe(.replace(path, "30000-32767")))
        ]
    }
}
